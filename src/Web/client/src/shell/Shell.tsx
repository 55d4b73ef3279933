import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useTranslation } from '../i18n'
import { ArrivalNotices } from './ArrivalNotices'
import { BottomBar } from './BottomBar'
import { Drawer } from './Drawer'
import { KeyHelp } from './KeyHelp'
import { LiveRegions } from './LiveRegions'
import { LineBanner } from './LineBanner'
import { OutboxNotices } from './OutboxNotices'
import { Rail } from './Rail'
import { ResumeDialog } from './ResumeDialog'
import { SignOutDialog } from './SignOutDialog'
import { Toasts } from './Toasts'
import { TopBar } from './TopBar'
import { useGlobalKeys } from './useGlobalKeys'
import { useSignOut } from './useSignOut'
import { useIsCompact, useIsNarrow, useIsPhone } from './media'
import { ShellContext } from './shellContext'
import './shell.css'

/** Pages of one document take the whole width; boxes, registers and settings stand beside the rail. */
const isWide = (path: string) => path.startsWith('/documents/') || path.startsWith('/compose')

/** Tables of many columns: the rail beside them is narrow. */
const needsWidth = (path: string) => path.startsWith('/registers/') || path === '/operator'

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [path] = useLocation()
  const phone = useIsPhone()
  const compact = useIsCompact()
  const narrow = useIsNarrow()
  const [railOpen, setRailOpen] = useState(false)
  const [keysShown, setKeysShown] = useState(false)
  const signOut = useSignOut()
  useGlobalKeys(() => setKeysShown(true))

  const wide = isWide(path)
  const inBox = path.startsWith('/inbox/')
  return (
    <ShellContext.Provider value={{ openRail: () => setRailOpen(true), showKeys: () => setKeysShown(true), signOut: (way) => void signOut.ask(way) }}>
      {inBox && (
        <>
          <a className="skip-link" href="#list">
            {t('shell.skipToList')}
          </a>
          {!narrow && (
            <a className="skip-link" href="#pane">
              {t('shell.skipToPane')}
            </a>
          )}
        </>
      )}
      {!inBox && (
        <a className="skip-link" href="#main">
          {t('shell.skipToMain')}
        </a>
      )}
      <div className={`shell${phone ? ' shell--phone' : ''}`}>
        {!phone && <TopBar />}
        <LineBanner />
        <div className="shell__body">
          {!phone && !wide && <Rail collapsed={compact || needsWidth(path)} />}
          <main className="shell__main" id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        {phone && !wide && <BottomBar />}
      </div>
      {phone && railOpen && <Drawer onLeave={() => setRailOpen(false)} />}
      <Toasts />
      <LiveRegions />
      <ArrivalNotices />
      <OutboxNotices />
      <SignOutDialog {...signOut} />
      {/* The line may say that the session has ended before signing out is answered. */}
      {signOut.state?.name !== 'leaving' && <ResumeDialog />}
      {keysShown && <KeyHelp onClose={() => setKeysShown(false)} />}
    </ShellContext.Provider>
  )
}
