import { onlineManager } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from '../i18n'
import { announce } from '../shell/announcer'
import './refusal.css'

/** The good news, the last event, one way on. */
export function EmptyState({ title, children, way }: { title: string; children?: ReactNode; way?: ReactNode }) {
  return (
    <div className="empty">
      <svg width="112" height="76" viewBox="0 0 112 76" aria-hidden="true" fill="none">
        <rect x="1" y="1" width="110" height="74" rx="6" fill="var(--sunken)" stroke="var(--edge)" strokeWidth="1.5" />
        <path d="M22 1v74" stroke="var(--edge)" strokeWidth="1.5" />
        <path d="M1 20h110M1 38h110M1 56h110" stroke="var(--rule)" />
        <path d="M32 10.500h50M32 29h34" stroke="var(--edge)" strokeWidth="2" strokeLinecap="round" />
        <path d="m7.500 11 3 3 5-6M7.500 29l3 3 5-6" stroke="var(--ok)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <p className="empty__title">{title}</p>
      {children}
      {way}
    </div>
  )
}

const subscribe = onlineManager.subscribe.bind(onlineManager)
const isOnline = () => onlineManager.isOnline()

/** Nothing for 200 ms, then ruled lines in the shape of the rows to come. Without a network no reading begins: then words say so. */
export function RuledLines({ count = 8 }: { count?: number }) {
  const { t } = useTranslation()
  const online = useSyncExternalStore(subscribe, isOnline)
  // A live region of its own would come together with its words, and be heard by few readers.
  useEffect(() => {
    if (!online) announce(t('line.notHere'))
  }, [online, t])
  if (!online) return <p className="ruled-paused">{t('line.notHere')}</p>
  return (
    <div className="ruled" aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        <div key={at} className="ruled__line" />
      ))}
    </div>
  )
}
