import { Check, Clock } from 'lucide-react'
import { useOutbox } from '../../outbox/OutboxProvider'
import { undoMs, Withdrawn } from '../../outbox/outbox'
import { notices } from '../../shell/notices'
import { refusedAway } from '../../shell/refusedAway'
import type { InboxItem } from '../../wire/inbox'
import { actsOn } from './actsOn'

const label = { key: 'acts.markDone.name' }

/**
 * Marks rows as known, which takes them out of their box: held back ten seconds for undo, a hundred in one act. By then the
 * person is elsewhere, so what was done and what was refused is told in toasts.
 */
export function useKnowing() {
  const outbox = useOutbox()
  return (items: readonly InboxItem[], itemKey?: string): void => {
    const acts = actsOn(items).map(({ about, body }) => ({ about, command: { key: crypto.randomUUID(), path: '/api/inbox/done', body, itemKey, label } }))
    const toast = notices.toast({
      icon: Clock, tone: 'info', sticky: true, until: Date.now() + undoMs, title: { key: 'inbox.knownUndo', params: { count: items.length } },
      action: { words: { key: 'toasts.undo' }, run: () => acts.map(({ command }) => outbox.withdraw(command.key)).every(Boolean) },
    })
    setTimeout(() => notices.dismiss(toast), undoMs)
    const sent = acts.map(({ about, command }) => outbox.hold(command).then(() => about.length))
    void Promise.allSettled(sent).then((answers) => {
      notices.dismiss(toast)
      const done = answers.reduce((sum, answer) => sum + (answer.status === 'fulfilled' ? answer.value : 0), 0)
      if (done > 0) notices.toast({ icon: Check, tone: 'ok', title: { key: 'acts.markDone.done', params: { count: done } }, sticky: false })
      // What the person took back was not refused.
      const refused = answers.find((answer) => answer.status === 'rejected' && !(answer.reason instanceof Withdrawn))
      if (refused?.status === 'rejected') refusedAway(label, refused.reason)
    })
  }
}
