import { Bell, ChevronDown, Keyboard, LogOut, Search, SlidersHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Link, useLocation, useSearchParams } from 'wouter'
import { Kbd } from '../components/Button'
import { Menu } from '../components/Menu'
import { Avatar } from '../components/signs'
import { initials, unitName } from '../format/names'
import { useLocale, useTranslation } from '../i18n'
import { BellMenu } from './BellMenu'
import { Lamp } from './Lamp'
import { Mark } from './Mark'
import { useSession } from './SessionProvider'
import { useShell } from './shellContext'

export function TopBar() {
  const { t } = useTranslation()
  return (
    <header className="top-bar">
      <Link href="/" className="top-bar__mark">
        <Mark />
        {t('shell.product')}
      </Link>
      <UnitSwitch />
      <SearchField />
      <div className="top-bar__end">
        <Lamp />
        <BellMenu icon={Bell} />
        <LanguageButton />
        <PersonMenu />
      </div>
    </header>
  )
}

function UnitSwitch() {
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
        onAction={(id) => chooseSeat(seats.find((one) => String(one.id) === id)!)}
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

function SearchField() {
  const { t } = useTranslation()
  const [path, go] = useLocation()
  const [parameters] = useSearchParams()
  const asked = path === '/search' ? (parameters.get('q') ?? '') : ''
  const [typed, setTyped] = useState(asked)
  useEffect(() => setTyped(asked), [asked])
  return (
    <search className="top-bar__search">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim()) go(`/search?q=${encodeURIComponent(typed.trim())}`)
        }}
      >
        <Search className="icon top-bar__search-icon" size={16} aria-hidden="true" />
        <input
          data-search
          type="search"
          className="input top-bar__input"
          aria-label={t('shell.search')}
          placeholder={t('shell.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur()
          }}
          autoComplete="off"
        />
        <Kbd>/</Kbd>
      </form>
    </search>
  )
}

function LanguageButton() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { me, savePreferences } = useSession()
  return (
    <button
      type="button"
      className="icon-button top-bar__language"
      aria-label={t('shell.language')}
      title={t('shell.language')}
      onClick={() => void savePreferences({ ...me.preferences, locale: locale === 'vi' ? 'en' : 'vi' }).catch(() => {})}
    >
      {t('shell.languageShort')}
    </button>
  )
}

function PersonMenu() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { me } = useSession()
  const { showKeys, signOut } = useShell()
  return (
    <Menu
      label={t('shell.person', { name: me.official.name })}
      entries={[
        { id: 'preferences', label: t('shell.preferences'), icon: SlidersHorizontal },
        { id: 'keys', label: t('shell.keys'), icon: Keyboard },
        { id: 'signOut', label: t('shell.signOut'), icon: LogOut },
      ]}
      onAction={(id) => {
        if (id === 'preferences') go('/preferences')
        if (id === 'keys') showKeys()
        if (id === 'signOut') signOut('here')
      }}
      trigger={
        <AriaButton className="icon-button" aria-label={`${initials(me.official.name)}, ${t('shell.person', { name: me.official.name })}`}>
          <Avatar id={me.official.id} name={me.official.name} />
        </AriaButton>
      }
    />
  )
}
