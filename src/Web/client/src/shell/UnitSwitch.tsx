import { ChevronDown } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Menu } from '../components/Menu'
import { unitName } from '../format/names'
import { useLocale, useTranslation } from '../i18n'
import { useSession } from './SessionProvider'

/** Which unit the person acts for. A choice only for who holds seats in several. */
export function UnitSwitch({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { me, seat, chooseSeat } = useSession()
  const seats = me.seats.filter((one) => one.unit && one.kind !== 'person')
  if (!seat?.unit) return <span className="top-bar__unit" />
  const name = unitName(seat.unit, locale)
  if (seats.length < 2) return <span className="top-bar__unit ellipsis" title={name}>{name}</span>
  return (
    <div className="top-bar__unit">
      <Menu
        label={t('shell.unitSwitch', { name })}
        selected={String(seat.id)}
        entries={seats.map((one) => ({ id: String(one.id), label: unitName(one.unit!, locale), note: one.title || t(`words.seatRoles.${one.role}`) }))}
        onAction={(id) => {
          chooseSeat(seats.find((one) => String(one.id) === id)!)
          onChosen?.()
        }}
        trigger={
          <AriaButton className="top-bar__switch" aria-label={t('shell.unitSwitch', { name })}>
            <span className="ellipsis">{name}</span>
            <ChevronDown className="icon" size={16} aria-hidden="true" />
          </AriaButton>
        }
      />
    </div>
  )
}
