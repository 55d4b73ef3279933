import { X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { IconButton } from '../components/Button'
import { useTranslation } from '../i18n'
import { undoMs } from '../outbox/outbox'
import { announce } from './announcer'
import { notices, type Toast } from './notices'
import { lettersOn } from './settings'
import './toasts.css'

const shownMs = 8_000

export function Toasts() {
  const { t } = useTranslation()
  const { toasts } = useSyncExternalStore(notices.subscribe, notices.current)
  const cameFrom = useRef<Element | null>(null)
  useEffect(() => {
    // The one that went had the focus.
    if (document.activeElement === document.body && cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
  }, [toasts])
  return (
    <section
      className="toasts"
      aria-label={t('toasts.region')}
      // A dialog makes everything around it inert and keeps the focus, except for what bears this mark.
      data-react-aria-top-layer
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) cameFrom.current = null
      }}
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation()
  const [paused, setPaused] = useState(false)
  const left = useRef(shownMs)
  const seconds = useSecondsLeft(toast.until)

  useEffect(() => {
    left.current = shownMs
  }, [toast.count])

  useEffect(() => {
    if (paused || toast.sticky) return
    const startedAt = Date.now()
    const timer = setTimeout(() => notices.dismiss(toast.id), left.current)
    return () => {
      clearTimeout(timer)
      left.current = Math.max(500, left.current - (Date.now() - startedAt))
    }
  }, [paused, toast.sticky, toast.id, toast.count])

  const spoken = useSpoken(toast)
  useEffect(() => {
    if (spoken) announce(spoken)
  }, [spoken])

  const Icon = toast.icon
  return (
    <div
      className={`toast toast--${toast.tone}`}
      role="group"
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <Icon className="icon toast__icon" size={18} aria-hidden="true" />
      <div className="toast__words">
        <p className="toast__title">
          {t(toast.title.key, { ...toast.title.params, seconds })}
          {toast.count > 1 && !toast.sums && <span className="toast__count"> ×{toast.count}</span>}
        </p>
        {toast.text && <p className="toast__text">{t(toast.text.key, { ...toast.text.params, seconds })}</p>}
      </div>
      {toast.action && (
        <button
          type="button"
          className="link-button toast__action"
          aria-keyshortcuts={toast.until === undefined ? undefined : 'Z'}
          onClick={() => {
            if (toast.action!.run() !== false) notices.dismiss(toast.id)
          }}
        >
          {t(toast.action.words.key, toast.action.words.params)}
        </button>
      )}
      {!toast.until && <IconButton icon={X} size={16} label={t('shell.close')} onClick={() => notices.dismiss(toast.id)} />}
    </div>
  )
}

/** What a screen reader is told of it: what was done, and what is held and how it is undone. Arrivals are told in sums, refusals at once. */
function useSpoken({ title: { key, params }, tone, until }: Toast): string {
  const { t } = useTranslation()
  if (until !== undefined) return t(lettersOn() ? [`${key}Spoken`, key] : key, { ...params, seconds: undoMs / 1_000 })
  return tone === 'ok' ? t(key, params) : ''
}

function useSecondsLeft(until: number | undefined): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (until === undefined) return
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [until])
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000))
}
