import { Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { onSendKey } from '../../shell/sendKey'
import type { StaffHolder } from '../../wire/staff'
import { useStaffAct } from './useStaffAct'

/** Disables an account, which ends its sessions at once, or enables it; the reason stands in the audit. */
export function SwitchDialog({ holder, onClose }: { holder: StaffHolder; onClose: () => void }) {
  const { t } = useTranslation()
  const act = holder.enabled ? 'disableAccount' : 'enableAccount'
  const [reason, setReason] = useState('')
  const { sending, error, run } = useStaffAct(act, holder.name, onClose)
  const send = () => !sending && run(`/api/staff/accounts/${holder.official}/${holder.enabled ? 'disable' : 'enable'}`, { reason: reason.trim().normalize('NFC') })
  return (
    <Dialog
      title={t(`staff.${act}Title`, { who: holder.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" icon={holder.enabled ? Lock : LockOpen} aria-disabled={sending} onClick={send}>
            {t(sending ? 'documents.sending' : `acts.${act}.verb`)}
          </Button>
        </>
      }
    >
      <p>{t(`staff.${act}Means`)}</p>
      <label className="field">
        <span className="field__label">{t('staff.reason')}</span>
        <textarea className="input" rows={2} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} onKeyDown={onSendKey(send)} />
      </label>
      {error !== null && <Refusal act={act} error={error} />}
    </Dialog>
  )
}
