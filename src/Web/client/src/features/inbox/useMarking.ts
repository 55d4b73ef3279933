import { useState } from 'react'
import { useOutbox } from '../../outbox/OutboxProvider'
import { Withdrawn } from '../../outbox/outbox'
import { refusedAway } from '../../shell/refusedAway'
import { useMounted } from '../../shell/useMounted'
import type { InboxItem } from '../../wire/inbox'

/** What one act may name: the server refuses more. */
export const itemsAtOnceMax = 100

export type Mark = 'read' | 'markDone'

const paths: Record<Mark, string> = { read: '/api/inbox/read', markDone: '/api/inbox/done' }

export interface Unmarked {
  act: Mark
  /** Why the first of them was refused. */
  error: unknown
  left: number
  of: number
}

/** Marks any number of rows, a hundred in one act and one act after the other; what was refused is said and stays as it was. */
export function useMarking() {
  const outbox = useOutbox()
  const [busy, setBusy] = useState<Mark | null>(null)
  const mounted = useMounted()
  const [unmarked, setUnmarked] = useState<Unmarked | null>(null)

  /** The rows that were marked. */
  const mark = async (act: Mark, items: readonly InboxItem[], itemKey?: string): Promise<InboxItem[]> => {
    if (busy) return []
    setBusy(act)
    setUnmarked(null)
    const done: InboxItem[] = []
    let refused: unknown = null
    for (let at = 0; at < items.length; at += itemsAtOnceMax) {
      const chunk = items.slice(at, at + itemsAtOnceMax)
      const body = { items: chunk.map(({ seat, subject, reason }) => ({ seat, subject, reason })) }
      try {
        await outbox.send({ key: crypto.randomUUID(), path: paths[act], body, itemKey, label: { key: `acts.${act}.name` } })
        done.push(...chunk)
      } catch (error) {
        // What the person took back was not refused.
        if (!(error instanceof Withdrawn)) refused ??= error
      }
    }
    // However the page was left meanwhile, what was refused is said.
    if (refused !== null && !mounted.current) refusedAway({ key: `acts.${act}.name` }, refused)
    if (refused !== null) setUnmarked({ act, error: refused, left: items.length - done.length, of: items.length })
    setBusy(null)
    return done
  }
  return { mark, busy, unmarked, clear: () => setUnmarked(null) }
}
