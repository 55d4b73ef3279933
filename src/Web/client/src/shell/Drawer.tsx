import { useEffect } from 'react'
import { useTranslation } from '../i18n'
import { Rail } from './Rail'
import { DrawerEntries, DrawerHead } from './DrawerPerson'

/** On a phone the rail and what the top bar offers elsewhere, over the page. Choosing anything closes it. */
export function Drawer({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  useFocusBack()
  return (
    <div className="drawer">
      <button type="button" className="drawer__veil" aria-label={t('shell.closeMenu')} onClick={onLeave} />
      <div className="drawer__panel">
        <DrawerHead onLeave={onLeave} />
        <Rail collapsed={false} drawer onLeave={onLeave} />
        <DrawerEntries onLeave={onLeave} />
      </div>
    </div>
  )
}

/** What had the focus when this came has it again when this goes; where that is gone with its page, the page that came has. */
function useFocusBack() {
  useEffect(() => {
    const opener = document.activeElement
    return () => {
      if (document.activeElement && document.activeElement !== document.body) return
      const target = opener?.isConnected ? opener : document.getElementById('main')
      if (target instanceof HTMLElement) target.focus({ preventScroll: true })
    }
  }, [])
}
