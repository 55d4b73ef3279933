import { UsersRound } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { moment } from '../format/dates'
import { i18n } from '../i18n'
import { useLink, useLive } from '../live/LiveProvider'
import { isConnected } from '../live/link'
import { useOutbox, useOutboxEntries } from '../outbox/OutboxProvider'
import type { Entry } from '../outbox/outbox'
import type { InboxItem } from '../wire/inbox'
import { announceNow } from './announcer'
import { busiestBox } from './boxes'
import { notices, type Words } from './notices'

/** From when the banner says that the line is lost until the toast that it is back. */
interface Away {
  since: number
  came: InboxItem[]
  /** Acts that waited for the line, and how many of them the server has acknowledged since. */
  waited: Set<string>
  sent: number
  /** Set by the first catch-up that succeeds after the line is back. */
  caughtUp: { counted: boolean } | null
  timer?: ReturnType<typeof setTimeout>
}

/** So long the toast waits for the acts to be answered; what takes longer has a toast of its own. */
const answersWaitMsMax = 5_000

/** One toast for a whole reconnect: what came meanwhile and how much of what waited has gone. */
export function useBackOnline() {
  const link = useLink()
  const { inbox, connection } = useLive()
  const [, go] = useLocation()
  const outbox = useOutbox()
  const entries = useOutboxEntries()
  const away = useRef<Away | null>(null)

  const tell = useCallback(() => {
    if (!away.current) return
    clearTimeout(away.current.timer)
    toastOf(away.current, go)
    away.current = null
  }, [go])

  useEffect(() => {
    if (link.name === 'offline') {
      if (!away.current) announceNow(i18n.t('toasts.lineLost'))
      away.current ??= { since: link.since, came: [], waited: new Set(), sent: 0, caughtUp: null }
      clearTimeout(away.current.timer)
      away.current.caughtUp = null
      for (const { command } of entries.filter(waits)) away.current.waited.add(command.key)
    } else if (away.current?.caughtUp && !entries.some(({ command }) => away.current!.waited.has(command.key))) tell()
  }, [link, entries, tell])

  const connected = isConnected(link)
  useEffect(() => {
    if (connected && away.current) announceNow(i18n.t('toasts.lineBack'))
  }, [connected])

  useEffect(() => outbox.onSettled(({ command, error }) => {
    if (error === undefined && away.current?.waited.has(command.key)) away.current.sent++
  }), [outbox])

  useEffect(() => inbox.onCaughtUp((caught) => {
    const since = away.current
    // Without the socket a catch-up may succeed as well, and is then only a part of what came.
    if (!since || since.caughtUp || !isConnected(connection.current())) return
    since.caughtUp = caught
    if (outbox.current().some(({ command }) => since.waited.has(command.key))) since.timer = setTimeout(tell, answersWaitMsMax)
    else tell()
  }), [inbox, connection, outbox, tell])
  useEffect(() => () => clearTimeout(away.current?.timer), [])

  /** False when no banner stood: what came is then told like any arrival. */
  const cameWhileAway = useCallback((items: readonly InboxItem[]): boolean => {
    away.current?.came.push(...items)
    return away.current !== null
  }, [])
  return { cameWhileAway }
}

const waits = ({ phase, command }: Entry) => !command.quiet && (phase.name === 'waiting' || phase.name === 'unknown')

function textOf({ since, came, sent }: Away): Words | undefined {
  const time = moment(new Date(since).toISOString())
  if (came.length > 0) return sent > 0 ? { key: 'toasts.sinceSent', params: { time, count: sent } } : { key: 'toasts.since', params: { time } }
  return sent > 0 ? { key: 'toasts.backOnlineSent', params: { count: sent } } : undefined
}

function toastOf(away: Away, go: (href: string) => void): void {
  const { came, caughtUp } = away
  const none = caughtUp?.counted ? 'toasts.backOnlineNone' : 'toasts.lineBack'
  notices.toast({
    icon: UsersRound,
    tone: 'info',
    title: came.length > 0 ? { key: 'toasts.backOnline', params: { count: came.length } } : { key: none },
    text: textOf(away),
    action: came.length > 0 ? { words: { key: 'toasts.see' }, run: () => go(`/inbox/${busiestBox(came)}`) } : undefined,
    mergeKey: 'backOnline',
    sticky: false,
  })
}
