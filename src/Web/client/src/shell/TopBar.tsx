import { Bell, Keyboard, LogOut, Search, SlidersHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Link, useLocation, useSearchParams } from 'wouter'
import { Kbd } from '../components/Button'
import { Menu } from '../components/Menu'
import { Avatar } from '../components/signs'
import { initials } from '../format/names'
import { useTranslation } from '../i18n'
import { BellMenu } from './BellMenu'
import { Lamp } from './Lamp'
import { Mark } from './Mark'
import { useSession } from './SessionProvider'
import { useShell } from './shellContext'
import { UnitSwitch } from './UnitSwitch'
import { useOtherLanguage } from './useOtherLanguage'

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
  const { speak } = useOtherLanguage()
  return (
    <button
      type="button"
      className="icon-button top-bar__language"
      aria-label={t('shell.language')}
      title={t('shell.language')}
      onClick={speak}
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
