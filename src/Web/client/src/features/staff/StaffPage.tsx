import { useQuery } from '@tanstack/react-query'
import { Lock, LockOpen, UserMinus, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { RuledLines } from '../../components/EmptyState'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { fullDay } from '../../format/dates'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { useIsPhone } from '../../shell/media'
import { PhoneBar } from '../../shell/PhoneBar'
import { useSession } from '../../shell/SessionProvider'
import { usePageTitle } from '../../shell/usePageTitle'
import { api } from '../../wire/api'
import type { StaffHolder, StaffSeat } from '../../wire/staff'
import { EndDialog } from './EndDialog'
import { GiveDialog } from './GiveDialog'
import { SwitchDialog } from './SwitchDialog'
import './staff.css'

/** For whoever manages no unit there is no such page. */
export default function StaffPage() {
  const { me } = useSession()
  return me.seats.some((seat) => seat.role === 'unitAdmin') ? <Staff /> : <NotInScope />
}

type Open = { act: 'give'; seat: StaffSeat } | { act: 'end'; seat: StaffSeat; holder: StaffHolder } | { act: 'switch'; holder: StaffHolder }

function Staff() {
  const { t } = useTranslation()
  const locale = useLocale()
  const phone = useIsPhone()
  const [open, setOpen] = useState<Open | null>(null)
  usePageTitle(t('staff.title'))
  const query = useQuery({ queryKey: ['staff'], queryFn: ({ signal }) => api.staff(signal), staleTime: 0 })
  const nameOf = (seat: StaffSeat) => `${seat.title || t(`words.seatRoles.${seat.role}`)}, ${unitName(seat.unit, locale)}`
  const close = () => setOpen(null)
  return (
    <section className="staff" aria-label={t('staff.title')} data-pane data-scroll>
      <PhoneBar title={t('staff.title')} end={<span />} />
      {!phone && (
        <h1 className="page-title" tabIndex={-1}>
          {t('staff.title')}
        </h1>
      )}
      <p className="staff__note faint">{t('staff.note')}</p>
      {query.isPending && <RuledLines />}
      {query.isError && !query.data && <Refusal act="load" error={query.error} onRetry={query.refetch} />}
      <ul className="staff__seats">
        {query.data?.map((seat) => (
          <li key={seat.seat} className="staff__seat">
            <div className="staff__name">
              <span>
                <b>{seat.title || t(`words.seatRoles.${seat.role}`)}</b> <span className="faint">{unitName(seat.unit, locale)}</span>
              </span>
              <Button small icon={UserPlus} aria-label={t('staff.giveTitle', { seat: nameOf(seat) })} onClick={() => setOpen({ act: 'give', seat })}>
                {t('acts.giveSeat.verb')}
              </Button>
            </div>
            <ul>
              {seat.holders.length === 0 && <li className="staff__holder faint">{t('staff.vacant')}</li>}
              {seat.holders.map((holder) => (
                <Holder key={`${holder.official}${holder.from}`} holder={holder} onEnd={() => setOpen({ act: 'end', seat, holder })} onSwitch={() => setOpen({ act: 'switch', holder })} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {open?.act === 'give' && <GiveDialog seat={open.seat} name={nameOf(open.seat)} onClose={close} />}
      {open?.act === 'end' && <EndDialog seat={open.seat} name={nameOf(open.seat)} holder={open.holder} onClose={close} />}
      {open?.act === 'switch' && <SwitchDialog holder={open.holder} onClose={close} />}
    </section>
  )
}

function Holder({ holder, onEnd, onSwitch }: { holder: StaffHolder; onEnd: () => void; onSwitch: () => void }) {
  const { t } = useTranslation()
  const { me } = useSession()
  const turn = holder.enabled ? 'disable' : 'enable'
  const days = [t('staff.since', { date: fullDay(holder.from) }), holder.until && t('staff.until', { date: fullDay(holder.until) })].filter(Boolean).join(', ')
  return (
    <li className="staff__holder">
      <span className="staff__who">
        {holder.name} <span className="faint">{holder.signIn}</span> {!holder.enabled && <span className="tag">{t('staff.disabled')}</span>}
      </span>
      <span className="dense faint">{days}</span>
      <span className="staff__ways">
        <Button small tone="quiet" icon={UserMinus} aria-label={t('staff.end', { who: holder.name })} onClick={onEnd}>
          {t('staff.endShort')}
        </Button>
        {holder.official !== me.official.id && (
          <Button small tone="quiet" icon={holder.enabled ? Lock : LockOpen} aria-label={t(`staff.${turn}`, { who: holder.name })} onClick={onSwitch}>
            {t(`staff.${turn}Short`)}
          </Button>
        )}
      </span>
    </li>
  )
}
