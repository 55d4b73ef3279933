import { boxes, type Box, type Counter, type Cursor, type Filter, type InboxItem, type ItemKey } from '../wire/inbox'

/** One loaded list: the newest part of a box under a filter. */
export interface LoadedList {
  box: Box
  filter: Filter
  /** Newest first. */
  keys: readonly string[]
  /** Where the server continues; null when the list is loaded to its end. */
  next: string | null
}

/** What this device knows of its person's inbox, at one position of each seat. */
export interface InboxSnapshot {
  /** Whose reading decides what counts as unread. */
  official: number
  epoch: string
  /** Where it began: what changed since is in the items or gone. Of what changed before, only a page read since tells. */
  base: ReadonlyMap<number, number>
  cursors: ReadonlyMap<number, number>
  counters: Readonly<Record<Box, Counter>>
  items: ReadonlyMap<string, InboxItem>
  /** Items that left, by the position of their leaving: a slow page may still bring an older version. */
  gone: ReadonlyMap<string, number>
  lists: ReadonlyMap<string, LoadedList>
}

export const keyOf = (item: ItemKey): string => `${item.seat}/${item.reason}/${item.subject}`

export const listKeyOf = (box: Box, filter: Filter): string => `${box}|${filter}`

export const isUnread = (item: InboxItem, official: number): boolean => !item.readBy.includes(official)

export const isCounted = (item: InboxItem): boolean => item.box !== 'closed'

export function matches(item: InboxItem, box: Box, filter: Filter, official: number): boolean {
  if (item.box !== box) return false
  if (filter === 'unread') return isUnread(item, official)
  if (filter === 'urgent') return item.urgency !== 'normal'
  if (filter === 'overdue') return item.overdue
  return true
}

export function filterCount(counter: Counter, filter: Filter): number {
  return filter === 'all' ? counter.total : counter[filter]
}

export function countersByBox(counters: readonly Counter[]): Record<Box, Counter> {
  const found = new Map(counters.map((counter) => [counter.box, counter]))
  return Object.fromEntries(
    boxes.map((box) => [box, found.get(box) ?? { box, total: 0, unread: 0, urgent: 0, overdue: 0 }]),
  ) as Record<Box, Counter>
}

export function cursorMap(cursors: readonly Cursor[]): Map<number, number> {
  return new Map(cursors.map((cursor) => [cursor.seat, cursor.position]))
}

export function emptySnapshot(
  official: number,
  base: { epoch: string; cursors: readonly Cursor[]; counters: readonly Counter[] },
): InboxSnapshot {
  return {
    official,
    epoch: base.epoch,
    base: cursorMap(base.cursors),
    cursors: cursorMap(base.cursors),
    counters: countersByBox(base.counters),
    items: new Map(),
    gone: new Map(),
    lists: new Map(),
  }
}
