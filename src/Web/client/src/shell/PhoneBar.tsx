import { ArrowLeft, Bell, Menu, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { IconButton } from '../components/Button'
import { useTranslation } from '../i18n'
import { useIsPhone } from './media'
import { BellMenu } from './BellMenu'
import { Lamp } from './Lamp'
import { useShell } from './shellContext'

interface PhoneBarProps {
  title: ReactNode
  /** Where back leads; without it the bar opens the list of boxes. */
  back?: string
  end?: ReactNode
  /** True when the title is the page's heading. */
  heading?: boolean
}

/** On a phone each page brings its own top bar. */
export function PhoneBar({ title, back, end, heading = true }: PhoneBarProps) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { openRail } = useShell()
  if (!useIsPhone()) return null
  return (
    <header className="phone-bar">
      {back === undefined ? (
        <IconButton icon={Menu} size={22} label={t('shell.menu')} onClick={openRail} />
      ) : (
        <IconButton icon={ArrowLeft} size={22} label={t('shell.back')} onClick={() => go(back)} />
      )}
      {heading ? (
        <h1 className="phone-bar__title ellipsis" tabIndex={-1}>
          {title}
        </h1>
      ) : (
        <p className="phone-bar__title ellipsis">{title}</p>
      )}
      <Lamp />
      {end ?? (
        <>
          <IconButton icon={Search} size={22} label={t('shell.searchShort')} onClick={() => go('/search')} />
          <BellMenu icon={Bell} />
        </>
      )}
    </header>
  )
}
