import type { CatchUpAnswer, InboxItem } from '../wire/inbox'
import { placed } from './lists'
import { countersByBox, emptySnapshot, isCounted, keyOf, type InboxSnapshot } from './snapshot'

export interface CaughtUp {
  snapshot: InboxSnapshot
  /** Came in while this device was away. */
  arrived: InboxItem[]
  /** Lists were dropped and must be read again. */
  reloaded: boolean
}

/** Brings the snapshot to the heads that the server answered with. */
export function applyCatchUp(snapshot: InboxSnapshot, answer: CatchUpAnswer): CaughtUp {
  const reloaded = answer.epoch !== snapshot.epoch || answer.seats.some((seat) => seat.resync)
  if (reloaded) {
    const cursors = answer.seats.map((seat) => ({ seat: seat.seat, position: seat.head }))
    return { snapshot: emptySnapshot(snapshot.official, { ...answer, cursors }), arrived: [], reloaded }
  }
  const cursors = new Map(snapshot.cursors)
  const items = new Map(snapshot.items)
  const gone = new Map(snapshot.gone)
  let lists = new Map(snapshot.lists)
  const arrived: InboxItem[] = []

  const place = (item: InboxItem | null, key: string) => {
    lists = new Map([...lists].map(([listKey, list]) => [listKey, placed(list, item, key, items, snapshot.official)]))
  }
  for (const seat of answer.seats) {
    for (const changed of seat.changed) {
      const key = keyOf(changed)
      const item = isCounted(changed) ? changed : null
      if (item) {
        if (!items.has(key) && snapshot.gone.get(key) === undefined) arrived.push(item)
        items.set(key, item)
        gone.delete(key)
      } else {
        items.delete(key)
        gone.set(key, changed.position)
      }
      place(item, key)
    }
    for (const removed of seat.removed) {
      const key = keyOf(removed)
      items.delete(key)
      gone.set(key, seat.head)
      place(null, key)
    }
    cursors.set(seat.seat, seat.head)
  }
  return {
    snapshot: { ...snapshot, cursors, items, gone, lists, counters: countersByBox(answer.counters) },
    arrived,
    reloaded,
  }
}
