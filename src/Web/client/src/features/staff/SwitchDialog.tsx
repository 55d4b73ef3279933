import { Lock, LockOpen } from 'lucide-react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { onSendKey } from '../../shell/sendKey'
import type { StaffHolder } from '../../wire/staff'
import { useStaffAct } from './useStaffAct'

/** Disables an account, which ends its sessions at once, or enables it; the reason stands in the audit. */
export function SwitchDialog({ holder, onClose }: { holder: StaffHolder; onClose: () => void }) {
  const { t } = useTranslation()
  const act = holder.enabled ? 'disableAccount' : 'enableAccount'
  const { value: { reason }, change, isBack, clear, sending, error, run } = useStaffAct(act, holder.official, { reason: '' }, onClose)
  const send = () => !sending && run(`/api/staff/accounts/${holder.official}/${holder.enabled ? 'disable' : 'enable'}`, { reason: reason.trim().normalize('NFC') }, holder.name)
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
      {isBack && <KeptLine onClear={clear} />}
      <label className="field">
        <span className="field__label">{t('staff.reason')}</span>
        <textarea className="input" rows={2} autoFocus value={reason} onChange={(event) => change({ reason: event.target.value })} onKeyDown={onSendKey(send)} />
      </label>
      {error !== null && <Refusal act={act} error={error} />}
    </Dialog>
  )
}
