import { useEffect, useRef } from 'react'
import { useTranslation } from '../i18n'
import { Rail } from './Rail'
import { DrawerEntries, DrawerHead } from './DrawerPerson'

/** On a phone the rail and what the top bar offers elsewhere, over the page. Choosing anything closes it. */
export function Drawer({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  const panel = useRef<HTMLDivElement>(null)
  useFocusBack()
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  return (
    // Its buttons and links carry the actions; Escape is for all of them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="drawer"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onLeave()
      }}
    >
      <button type="button" className="drawer__veil" aria-label={t('shell.closeMenu')} onClick={onLeave} />
      <div className="drawer__panel" ref={panel} tabIndex={-1}>
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
