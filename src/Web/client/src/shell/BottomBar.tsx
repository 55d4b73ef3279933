import { BookOpen, Inbox, Pencil, Send, User } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { formatNumber } from '../format/numbers'
import { useLocale, useTranslation } from '../i18n'
import { useInbox } from '../live/LiveProvider'
import { firstBox, placeCounter, type Place } from './boxes'
import { useSession } from './SessionProvider'

export function BottomBar() {
  const { t } = useTranslation()
  const locale = useLocale()
  const [path] = useLocation()
  const { me } = useSession()
  const snapshot = useInbox()
  const first = firstBox(me.seats)
  const incoming: Place = first === 'waitingReceipt' ? first : 'lead'
  const tabs = [
    { href: `/inbox/${incoming}`, icon: Inbox, name: t('shell.tabIn'), place: incoming },
    { href: '/inbox/waitingMe', icon: User, name: t('shell.tabMine'), place: 'waitingMe' as Place },
    { href: '/compose', icon: Pencil, name: t('shell.composeShort') },
    { href: '/inbox/issued', icon: Send, name: t('shell.tabOut') },
    { href: '/registers/incoming', icon: BookOpen, name: t('shell.tabBook') },
  ]
  return (
    <nav className="bottom-bar" aria-label={t('shell.tabs')}>
      {tabs.map(({ href, icon: Icon, name, place }) => {
        const count = place ? (placeCounter(place, snapshot)?.total ?? 0) : 0
        return (
          <Link
            key={href}
            href={href}
            className="bottom-bar__tab"
            aria-current={path === href ? 'page' : undefined}
          >
            <span className="badged">
              <Icon className="icon" size={20} aria-hidden="true" />
              {count > 0 && <span className="badge">{formatNumber(count, locale)}</span>}
            </span>
            {name}
            {place && count > 0 && <span className="visually-hidden">{t('words.documentsUnit', { count })}</span>}
          </Link>
        )
      })}
    </nav>
  )
}
