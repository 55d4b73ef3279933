import { useTranslation } from '../i18n'
import { Rail } from './Rail'
import { DrawerEntries, DrawerHead } from './DrawerPerson'

/** On a phone the rail and what the top bar offers elsewhere, over the page. Choosing anything closes it. */
export function Drawer({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="drawer">
      <button type="button" className="drawer__veil" aria-label={t('shell.closeMenu')} onClick={onLeave} />
      <div className="drawer__panel">
        <DrawerHead />
        <Rail collapsed={false} drawer onLeave={onLeave} />
        <DrawerEntries onLeave={onLeave} />
      </div>
    </div>
  )
}
