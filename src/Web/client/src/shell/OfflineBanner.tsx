import { WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../components/Button'
import { time } from '../format/dates'
import { useTranslation } from '../i18n'
import { useLink, useLive } from '../live/LiveProvider'
import { useOutboxEntries } from '../outbox/OutboxProvider'

/** Since when, what still works, how many acts wait, when the next try is. Leaves by itself. */
export function OfflineBanner() {
  const { t } = useTranslation()
  const link = useLink()
  const { connection } = useLive()
  // Marks of reading and opening also wait, but they are no acts of the person's.
  const waiting = useOutboxEntries().filter(({ phase, command }) => phase.name !== 'held' && !command.quiet).length
  const now = useNow(link.name === 'offline')
  if (link.name !== 'offline') return null
  const seconds = Math.max(0, Math.ceil((link.nextTryAt - now) / 1000))
  return (
    <section className="offline" aria-label={t('line.lost')}>
      <WifiOff className="icon" size={18} aria-hidden="true" />
      <p className="offline__words">
        <b>{t('line.since', { time: time(link.since) })}</b> {t('line.works')} {waiting > 0 && t('line.waiting', { count: waiting })}
      </p>
      <span className="offline__next">{seconds > 0 ? t('line.nextTry', { count: seconds }) : t('line.trying')}</span>
      <Button small onClick={connection.tryNow}>
        {t('line.tryNow')}
      </Button>
    </section>
  )
}

function useNow(running: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!running) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [running])
  return now
}
