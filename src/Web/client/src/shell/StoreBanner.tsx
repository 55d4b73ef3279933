import { DatabaseZap } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../components/Button'
import { time } from '../format/dates'
import { i18n, useTranslation } from '../i18n'
import { useLive, useStore } from '../live/LiveProvider'
import { useOutbox, useOutboxEntries } from '../outbox/OutboxProvider'
import { announceNow } from './announcer'

/**
 * The server answers, its store does not: nothing can be read or written, or (a full disk) nothing be written. Says
 * since when, what is safe and that nobody need do anything. Leaves by itself.
 */
export function StoreBanner() {
  const { t } = useTranslation()
  const { store: watch } = useLive()
  const outbox = useOutbox()
  const store = useStore()
  const refused = useOutboxEntries().filter(({ phase, command }) => phase.name === 'waiting' && phase.storeSince && !command.quiet)
  const kind = store.name === 'away' ? 'away' : refused.length > 0 ? 'readOnly' : null

  useEffect(() => {
    if (!kind) return
    announceNow(i18n.t(kind === 'away' ? 'store.awayShort' : 'store.readOnlyShort'))
    return () => announceNow(i18n.t('store.back'))
  }, [kind])

  if (!kind) return null
  const since = store.name === 'away' ? store.since : Math.min(...refused.map(({ phase }) => (phase.name === 'waiting' ? phase.storeSince! : Infinity)))
  return (
    <section className="offline" aria-label={t('store.name')} data-store={kind}>
      <DatabaseZap className="icon" size={18} aria-hidden="true" />
      <p className="offline__words">
        <b>{kind === 'away' ? t('store.away', { time: time(since) }) : t('store.readOnly', { time: time(since) })}</b> {t('store.safe')}{' '}
        {refused.length > 0 && t('line.waiting', { count: refused.length })}
      </p>
      <Button
        small
        onClick={() => {
          watch.askNow()
          outbox.wake()
        }}
      >
        {t('line.tryNow')}
      </Button>
    </section>
  )
}
