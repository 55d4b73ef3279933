import { UserPlus } from 'lucide-react'
import { Button } from '../../components/Button'
import { DateField } from '../../components/DateField'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { Select } from '../../components/Select'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import type { OfficialRow } from '../../wire/session'
import type { StaffSeat } from '../../wire/staff'
import { PersonFinder } from '../people/PersonFinder'
import { useStaffAct } from './useStaffAct'

const nobody = 'nobody'

interface Giving {
  person: OfficialRow | null
  from: string | null
  until: string | null
  insteadOf: number | null
}

const nothing: Giving = { person: null, from: null, until: null, insteadOf: null }

/** Somebody else holds the seat from a day on, beside whoever does, or in place of one of them. */
export function GiveDialog({ seat, name, onClose }: { seat: StaffSeat; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { value: { person, from, until, insteadOf }, change, isBack, clear, sending, error, run } = useStaffAct('giveSeat', seat.seat, nothing, onClose)
  const give = () => {
    if (!person || sending) return
    run(`/api/staff/seats/${seat.seat}/give`, { official: person.id, from, until, insteadOf }, person.name)
  }
  return (
    <Dialog
      title={t('staff.giveTitle', { seat: name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" icon={UserPlus} disabled={!person} aria-disabled={sending} onClick={give}>
            {t(sending ? 'documents.sending' : 'acts.giveSeat.verb')}
          </Button>
        </>
      }
    >
      <p>{t('staff.giveMeans')}</p>
      {isBack && <KeptLine onClear={clear} />}
      {person ? (
        <p>
          {t('staff.to')} <b>{person.name}</b>{' '}
          <button type="button" className="link-button" onClick={() => change({ person: null })}>
            {t('notes.change')}
          </button>
        </p>
      ) : (
        <PersonFinder label={t('staff.find')} onFound={(found) => change({ person: found })} />
      )}
      {seat.holders.length > 0 && (
        <Select
          label={t('staff.insteadOf')}
          value={insteadOf === null ? nobody : String(insteadOf)}
          onChange={(id) => change({ insteadOf: id === nobody ? null : Number(id) })}
          options={[{ id: nobody, label: t('staff.beside') }, ...seat.holders.map((one) => ({ id: String(one.official), label: one.name }))]}
        />
      )}
      <div className="staff__days">
        <DateField label={t('staff.from')} value={from} onChange={(day) => change({ from: day })} />
        <DateField label={t('staff.untilOptional')} value={until} onChange={(day) => change({ until: day })} />
      </div>
      {error !== null && <Refusal act="giveSeat" error={error} />}
    </Dialog>
  )
}
