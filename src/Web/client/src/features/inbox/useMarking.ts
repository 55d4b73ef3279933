import { useState } from 'react'
import { useOutbox } from '../../outbox/OutboxProvider'
import { Withdrawn } from '../../outbox/outbox'
import { refusedAway } from '../../shell/refusedAway'
import { useMounted } from '../../shell/useMounted'
import type { InboxItem } from '../../wire/inbox'
import { actsOn } from './actsOn'

const label = { key: 'acts.read.name' }

export interface Unmarked {
  /** Why the first of them was refused. */
  error: unknown
  left: number
  of: number
}

/** Marks any number of rows as read, a hundred in one act and one act after the other; what was refused is said and stays as it was. */
export function useMarking() {
  const outbox = useOutbox()
  const [busy, setBusy] = useState(false)
  const mounted = useMounted()
  const [unmarked, setUnmarked] = useState<Unmarked | null>(null)

  /** The rows that were marked. */
  const markRead = async (items: readonly InboxItem[], itemKey?: string): Promise<InboxItem[]> => {
    if (busy) return []
    setBusy(true)
    setUnmarked(null)
    const done: InboxItem[] = []
    let refused: unknown = null
    for (const { about, body } of actsOn(items)) {
      try {
        await outbox.send({ key: crypto.randomUUID(), path: '/api/inbox/read', body, itemKey, label })
        done.push(...about)
      } catch (error) {
        // What the person took back was not refused.
        if (!(error instanceof Withdrawn)) refused ??= error
      }
    }
    // However the page was left meanwhile, what was refused is said.
    if (refused !== null && !mounted.current) refusedAway(label, refused)
    if (refused !== null) setUnmarked({ error: refused, left: items.length - done.length, of: items.length })
    setBusy(false)
    return done
  }
  return { markRead, busy, unmarked, clear: () => setUnmarked(null) }
}
