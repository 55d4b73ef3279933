import { Clock } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { i18n } from '../i18n'
import { useOutbox, useOutboxEntries } from '../outbox/OutboxProvider'
import type { Command, Entry } from '../outbox/outbox'
import { notices } from './notices'

/** An unknown outcome is said after this long; before it the form itself shows that it is sending. */
const unknownSaidMs = 3_000

const wordsOf = (command: Command) => i18n.t(command.label.key, command.label.params)

/** Says which acts wait for the line, and which nobody knows the outcome of. */
export function OutboxNotices() {
  const outbox = useOutbox()
  const entries = useOutboxEntries()
  const shown = useRef(new Map<string, { id: number; phase: string }>())

  useEffect(() => {
    const toast = (entry: Entry) => {
      const { command, phase } = entry
      if (command.quiet) return
      const before = shown.current.get(command.key)
      if (before?.phase === phase.name) return
      const waiting = phase.name === 'waiting'
      const id = notices.toast({
        icon: Clock,
        tone: 'warn',
        title: { key: waiting ? 'toasts.queued' : 'toasts.unknown', params: { act: wordsOf(command) } },
        text: { key: entry.phase.name !== 'waiting' ? 'toasts.unknownText' : entry.phase.storeSince ? 'toasts.queuedForStore' : 'toasts.queuedText' },
        action: waiting ? { words: { key: 'toasts.doNotSend' }, run: () => outbox.withdraw(command.key) } : undefined,
        sticky: true,
        id: before?.id,
      })
      shown.current.set(command.key, { id, phase: phase.name })
    }
    const timers: ReturnType<typeof setTimeout>[] = []
    for (const entry of entries) {
      if (entry.phase.name === 'waiting') toast(entry)
      if (entry.phase.name === 'unknown') timers.push(setTimeout(() => toast(entry), Math.max(0, entry.phase.since + unknownSaidMs - Date.now())))
    }
    for (const [key, { id }] of shown.current) {
      const entry = entries.find((one) => one.command.key === key)
      if (entry && (entry.phase.name === 'waiting' || entry.phase.name === 'unknown')) continue
      notices.dismiss(id)
      shown.current.delete(key)
    }
    return () => timers.forEach(clearTimeout)
  }, [entries, outbox])
  return null
}
