import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from '../i18n'
import { notices } from './notices'

/** The tab's title counts; its icon shows only a dot. Nothing of a classified document is ever put here. */
export function usePageTitle(title: string, count?: number): void {
  const { t } = useTranslation()
  const { unseen } = useSyncExternalStore(notices.subscribe, notices.current)
  useEffect(() => {
    document.title = count ? t('shell.titleCounted', { count, title }) : `${title} – ${t('shell.product')}`
  }, [title, count, t])
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (icon) icon.href = unseen > 0 ? '/mark-new.svg' : '/mark.svg'
  }, [unseen])
}
