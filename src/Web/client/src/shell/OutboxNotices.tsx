import { Clock } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { i18n } from '../i18n'
import { useOutbox, useOutboxEntries } from '../outbox/OutboxProvider'
import type { Command, Entry, Phase } from '../outbox/outbox'
import { notices } from './notices'

/** An unknown outcome is said after this long; before it the form itself shows that it is sending. */
const unknownSaidMs = 3_000

const wordsOf = (command: Command) => i18n.t(command.label.key, command.label.params)

function saidOf(phase: Phase): { title: string; text: string } {
  if (phase.name !== 'waiting') return { title: 'toasts.unknown', text: 'toasts.unknownText' }
  if (phase.unwanted) return { title: 'toasts.stopping', text: 'toasts.stoppingText' }
  return { title: 'toasts.queued', text: phase.storeSince ? 'toasts.queuedForStore' : 'toasts.queuedText' }
}

/** Says which acts wait for the line, and which nobody knows the outcome of. */
export function OutboxNotices() {
  const outbox = useOutbox()
  const entries = useOutboxEntries()
  const shown = useRef(new Map<string, { id: number; title: string }>())

  useEffect(() => {
    const toast = (entry: Entry) => {
      const { command, phase } = entry
      if (command.quiet) return
      const before = shown.current.get(command.key)
      const said = saidOf(phase)
      if (before?.title === said.title) return
      const id = notices.toast({
        icon: Clock,
        tone: 'warn',
        title: { key: said.title, params: { act: wordsOf(command) } },
        text: { key: said.text },
        action: said.title === 'toasts.queued' ? { words: { key: 'toasts.doNotSend' }, run: () => outbox.withdraw(command.key) } : undefined,
        sticky: true,
        id: before?.id,
      })
      shown.current.set(command.key, { id, title: said.title })
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
