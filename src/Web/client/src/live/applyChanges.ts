import type { Box, Counter, InboxChange, InboxChanged, InboxItem } from '../wire/inbox'
import { isCounted, isUnread, keyOf, type InboxSnapshot } from './snapshot'
import { placed } from './lists'

export interface Applied {
  snapshot: InboxSnapshot
  /** What came in, for notices; nothing of what only moved. */
  arrived: InboxItem[]
  /** What the sender reminded of. */
  reminded: InboxItem[]
  /** A position is missing or the epoch is another one: the caller must catch up. */
  behind: boolean
}

/**
 * Applies what the server pushed. Contiguous positions are applied, old ones are ignored, a gap or a
 * new epoch stops at once. Afterwards the snapshot equals a fresh read at the same positions.
 */
export function applyChanges(snapshot: InboxSnapshot, pushed: InboxChanged): Applied {
  if (pushed.epoch !== snapshot.epoch) return { snapshot, arrived: [], reminded: [], behind: true }
  const cursors = new Map(snapshot.cursors)
  const items = new Map(snapshot.items)
  const gone = new Map(snapshot.gone)
  const lists = new Map(snapshot.lists)
  const counters = { ...snapshot.counters }
  const arrived: InboxItem[] = []
  const reminded: InboxItem[] = []
  let behind = false
  let touched = false

  for (const change of [...pushed.changes].sort((a, b) => a.seat - b.seat || a.position - b.position)) {
    const at = cursors.get(change.seat)
    if (at !== undefined && change.position <= at) continue
    if (at === undefined || change.position !== at + 1) {
      behind = true
      continue
    }
    cursors.set(change.seat, change.position)
    touched = true

    const key = keyOf(change.item)
    const known = items.get(key)
    const before = beforeOf(change, known)
    const after = afterOf(change, known)
    count(counters, before, snapshot.official, -1)
    count(counters, after, snapshot.official, +1)
    if (after) {
      items.set(key, after)
      gone.delete(key)
    } else {
      items.delete(key)
      gone.set(key, change.position)
    }
    for (const [listKey, list] of lists) lists.set(listKey, placed(list, after, key, items, snapshot.official))
    if (change.kind === 'arrived') arrived.push(change.item)
    else if (isReminder(change)) reminded.push(change.item)
  }
  if (!touched) return { snapshot, arrived, reminded, behind }
  return { snapshot: { ...snapshot, cursors, items, gone, lists, counters }, arrived, reminded, behind }
}

/** Nothing else moves an item that waits for its receipt within its box. */
const isReminder = ({ kind, fromBox, item }: InboxChange) => kind === 'moved' && fromBox === item.box && item.box === 'waitingReceipt' && !!item.remindedAt

/** What the counters counted before this change. A known version is the fact; otherwise the change says enough. */
function beforeOf(change: InboxChange, known: InboxItem | undefined): InboxItem | null {
  if (known && known.position < change.position) return isCounted(known) ? known : null
  if (change.kind === 'arrived') return null
  const before: InboxItem = {
    ...change.item,
    box: change.fromBox ?? change.item.box,
    readBy: change.kind === 'read' ? change.item.readBy.filter((official) => official !== change.by) : change.item.readBy,
    urgency: change.fromUrgency ?? change.item.urgency,
    overdue: change.fromOverdue ?? (change.kind === 'due' ? false : change.item.overdue),
  }
  return isCounted(before) ? before : null
}

/** What a read or a due change leaves alone, this device knows better: its words may be older than the last change. */
function afterOf(change: InboxChange, known: InboxItem | undefined): InboxItem | null {
  if (change.kind === 'removed' || !isCounted(change.item)) return null
  if (known && change.kind === 'read') return { ...known, readBy: change.item.readBy, position: change.position }
  if (known && change.kind === 'due') return { ...known, overdue: true, position: change.position }
  return { ...change.item, position: change.position }
}

function count(counters: Record<Box, Counter>, item: InboxItem | null, official: number, by: 1 | -1): void {
  if (!item) return
  const counter = counters[item.box]
  counters[item.box] = {
    box: item.box,
    total: counter.total + by,
    unread: counter.unread + (isUnread(item, official) ? by : 0),
    urgent: counter.urgent + (item.urgency !== 'normal' ? by : 0),
    overdue: counter.overdue + (item.overdue ? by : 0),
  }
}
