import { UserMinus } from 'lucide-react'
import { Button } from '../../components/Button'
import { DateField } from '../../components/DateField'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import type { StaffHolder, StaffSeat } from '../../wire/staff'
import { useStaffAct } from './useStaffAct'

/** Somebody holds the seat no longer, at once or from a day on. */
export function EndDialog({ seat, name, holder, onClose }: { seat: StaffSeat; name: string; holder: StaffHolder; onClose: () => void }) {
  const { t } = useTranslation()
  const { value: { on }, change, isBack, clear, sending, error, run } = useStaffAct<{ on: string | null }>('endHolding', `${seat.seat} ${holder.official}`, { on: null }, onClose)
  return (
    <Dialog
      title={t('staff.endTitle', { who: holder.name, seat: name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button
            tone="primary"
            icon={UserMinus}
            aria-disabled={sending}
            onClick={() => !sending && run(`/api/staff/seats/${seat.seat}/end`, { official: holder.official, on }, holder.name)}
          >
            {t(sending ? 'documents.sending' : 'acts.endHolding.verb')}
          </Button>
        </>
      }
    >
      <p>{t('staff.endMeans')}</p>
      {isBack && <KeptLine onClear={clear} />}
      <DateField label={t('staff.on')} value={on} onChange={(day) => change({ on: day })} />
      {error !== null && <Refusal act="endHolding" error={error} />}
    </Dialog>
  )
}
