import { BookOpen, BookUp2, Plus, Server, UserCog, type LucideIcon } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { Kbd } from '../components/Button'
import { Counter } from '../components/signs'
import { time } from '../format/dates'
import { useTranslation } from '../i18n'
import { useInbox, useLink } from '../live/LiveProvider'
import { incomingPlaces, outgoingPlaces, placeCounter, placeIcons, placesFor, type Place } from './boxes'
import { useSession } from './SessionProvider'
import './rail.css'

interface RailProps {
  collapsed: boolean
  drawer?: boolean
  onLeave?: () => void
}

export function Rail({ collapsed, drawer = false, onLeave }: RailProps) {
  const { t } = useTranslation()
  const { me } = useSession()
  const snapshot = useInbox()
  const [path] = useLocation()
  const look = `rail${collapsed ? ' rail--collapsed' : ''}${drawer ? ' rail--drawer' : ''}`
  const group = (name: string, places: Place[]) => (
    <div className="rail__group">
      {!collapsed && <h2 className="rail__head">{t(`shell.${name}`)}</h2>}
      <ul>
        {placesFor(places, me.seats, snapshot).map((place) => (
          <RailRow key={place} place={place} collapsed={collapsed} current={path === `/inbox/${place}`} />
        ))}
      </ul>
    </div>
  )
  const page = (href: string, Icon: LucideIcon, name: string) => {
    const current = path === href
    return (
      <li>
        <Link href={href} className={`rail__row${current ? ' rail__row--current' : ''}`} aria-current={current ? 'page' : undefined}>
          <Icon className="icon" size={18} aria-hidden="true" />
          <span className="rail__name">{name}</span>
        </Link>
      </li>
    )
  }
  const book = (name: 'incoming' | 'outgoing', Icon: LucideIcon) =>
    page(`/registers/${name}`, Icon, t(collapsed ? `registers.${name}Short` : `registers.${name}`))
  return (
    // Choosing anything inside leaves the drawer; the links themselves carry the action.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <nav className={look} aria-label={t('shell.boxes')} data-pane onClick={onLeave}>
      <Link href="/compose" className="button button--primary rail__compose" aria-keyshortcuts="C">
        <Plus className="icon" size={18} aria-hidden="true" />
        {t(collapsed ? 'shell.composeShort' : 'shell.compose')}
        {!collapsed && <Kbd>C</Kbd>}
      </Link>
      {me.operator && (
        <div className="rail__group">
          {!collapsed && <h2 className="rail__head">{t('shell.operating')}</h2>}
          <ul>{page('/operator', Server, t(collapsed ? 'operator.titleShort' : 'operator.title'))}</ul>
        </div>
      )}
      {group('incoming', incomingPlaces)}
      {group('outgoing', outgoingPlaces)}
      <div className="rail__group">
        {!collapsed && <h2 className="rail__head">{t('shell.books')}</h2>}
        <ul>
          {book('incoming', BookOpen)}
          {book('outgoing', BookUp2)}
          {me.seats.some((seat) => seat.role === 'unitAdmin') && page('/staff', UserCog, t(collapsed ? 'staff.titleShort' : 'staff.title'))}
        </ul>
      </div>
    </nav>
  )
}

function RailRow({ place, collapsed, current }: { place: Place; collapsed: boolean; current: boolean }) {
  const { t } = useTranslation()
  const counter = placeCounter(place, useInbox())
  const link = useLink()
  const Icon = placeIcons[place]
  const name = t(`words.boxes.${place}`)
  const stale = link.name === 'offline'
  const more = [
    t('words.documentsUnit', { count: counter?.total ?? 0 }),
    counter && counter.unread > 0 ? t('shell.unreadSuffix', { count: counter.unread }) : '',
    stale ? t('shell.stale', { time: time(link.since) }) : '',
  ].filter(Boolean).join(', ')
  return (
    <li>
      <Link href={`/inbox/${place}`} className={`rail__row${current ? ' rail__row--current' : ''}`} aria-current={current ? 'page' : undefined}>
        <Icon className="icon" size={18} aria-hidden="true" />
        <span className="rail__name">
          {collapsed ? t(`words.boxesShort.${place}`) : name}
          <span className="visually-hidden">, </span>
        </span>
        <Counter value={counter?.total ?? null} danger={place === 'overdue'} stale={stale} />
        <span className="visually-hidden">{more}</span>
      </Link>
    </li>
  )
}
