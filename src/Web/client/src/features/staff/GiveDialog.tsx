import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { DateField } from '../../components/DateField'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { Select } from '../../components/Select'
import { useTranslation } from '../../i18n'
import type { OfficialRow } from '../../wire/session'
import type { StaffSeat } from '../../wire/staff'
import { PersonFinder } from '../people/PersonFinder'
import { useStaffAct } from './useStaffAct'

const nobody = 'nobody'

/** Somebody else holds the seat from a day on, beside whoever does, or in place of one of them. */
export function GiveDialog({ seat, name, onClose }: { seat: StaffSeat; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [person, setPerson] = useState<OfficialRow | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [instead, setInstead] = useState(nobody)
  const { sending, error, run } = useStaffAct('giveSeat', person?.name ?? '', onClose)
  const give = () => {
    if (!person || sending) return
    const insteadOf = instead === nobody ? null : Number(instead)
    run(`/api/staff/seats/${seat.seat}/give`, { official: person.id, from, until, insteadOf })
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
      {person ? (
        <p>
          {t('staff.to')} <b>{person.name}</b>{' '}
          <button type="button" className="link-button" onClick={() => setPerson(null)}>
            {t('notes.change')}
          </button>
        </p>
      ) : (
        <PersonFinder label={t('staff.find')} onFound={setPerson} />
      )}
      {seat.holders.length > 0 && (
        <Select
          label={t('staff.insteadOf')}
          value={instead}
          onChange={setInstead}
          options={[{ id: nobody, label: t('staff.beside') }, ...seat.holders.map((one) => ({ id: String(one.official), label: one.name }))]}
        />
      )}
      <div className="staff__days">
        <DateField label={t('staff.from')} value={from} onChange={setFrom} />
        <DateField label={t('staff.untilOptional')} value={until} onChange={setUntil} />
      </div>
      {error !== null && <Refusal act="giveSeat" error={error} />}
    </Dialog>
  )
}
