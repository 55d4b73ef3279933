import type { Box, Filter, InboxItem, InboxPage } from '../wire/inbox'
import { keyOf, listKeyOf, matches, type InboxSnapshot, type LoadedList } from './snapshot'

/**
 * Newest first, then by seat, then the later arrival of the seat, as the server's pages are. By key where a server of the
 * version before does not say which came later, so that every device shows one order.
 */
export function compareNewestFirst(one: InboxItem, other: InboxItem): number {
  if (one.arrivedAt !== other.arrivedAt) return one.arrivedAt < other.arrivedAt ? 1 : -1
  const later = one.seat - other.seat || (other.arrivedSeq ?? 0) - (one.arrivedSeq ?? 0)
  if (later !== 0) return later
  const [a, b] = [keyOf(one), keyOf(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** The list with this item put where it belongs, or taken out when it no longer matches. */
export function placed(
  list: LoadedList,
  item: InboxItem | null,
  key: string,
  items: ReadonlyMap<string, InboxItem>,
  official: number,
): LoadedList {
  const belongs = item !== null && matches(item, list.box, list.filter, official)
  const held = list.keys.includes(key)
  if (!belongs) return held ? { ...list, keys: list.keys.filter((other) => other !== key) } : list
  if (held && isInOrder(list.keys, key, items)) return list
  const keys = list.keys.filter((other) => other !== key)
  const at = keys.findIndex((other) => compareNewestFirst(item, items.get(other)!) < 0)
  // Past the loaded part: the page that holds it has not been asked for yet.
  if (at === -1 && list.next !== null) return held ? { ...list, keys } : list
  keys.splice(at === -1 ? keys.length : at, 0, key)
  return { ...list, keys }
}

/** False once an item arrived anew in the box that it lies in: it goes to where a fresh read would show it. */
function isInOrder(keys: readonly string[], key: string, items: ReadonlyMap<string, InboxItem>): boolean {
  const at = keys.indexOf(key)
  const item = items.get(key)!
  const [before, after] = [items.get(keys[at - 1] ?? ''), items.get(keys[at + 1] ?? '')]
  return (!before || compareNewestFirst(before, item) <= 0) && (!after || compareNewestFirst(item, after) <= 0)
}

/**
 * Adds a page that was read at its own positions, not before the snapshot began. Of each item the newer version wins, so
 * a page that was overtaken by pushes brings nothing back. Counters and cursors stay: only changes move them.
 */
export function withPage(snapshot: InboxSnapshot, box: Box, filter: Filter, page: InboxPage): InboxSnapshot {
  const items = new Map(snapshot.items)
  const listKey = listKeyOf(box, filter)
  const next = page.next ?? null
  for (const item of page.items) {
    const key = keyOf(item)
    if ((snapshot.gone.get(key) ?? -1) >= item.position) continue
    const held = items.get(key)
    if (!held || held.position < item.position) items.set(key, item)
  }
  const order = [...items.entries()].filter(([, item]) => matches(item, box, filter, snapshot.official))
  order.sort(([, one], [, other]) => compareNewestFirst(one, other))
  const last = page.items.at(-1)
  const ofPage = new Set(page.items.map(keyOf))
  // The page's own are within what is loaded wherever this device would put them: no later page brings them again.
  const withinLoaded = (key: string, item: InboxItem) =>
    next === null || last === undefined || ofPage.has(key) || compareNewestFirst(item, last) <= 0
  const list: LoadedList = { box, filter, next, keys: order.filter(([key, item]) => withinLoaded(key, item)).map(([key]) => key) }
  return { ...snapshot, items, lists: new Map(snapshot.lists).set(listKey, list) }
}

type Positions = Pick<InboxPage, 'epoch' | 'cursors'>

/** True when the page is of the data and the seats that this snapshot is of; else one of the two knows what the other does not. */
export function isOfSameInbox(snapshot: InboxSnapshot, page: Positions): boolean {
  const seats = new Set(page.cursors.map(({ seat }) => seat))
  return page.epoch === snapshot.epoch && [...snapshot.base.keys()].every((seat) => seats.has(seat))
}

/** True when the page was read before the snapshot began: what changed in between is in neither. */
export function isOlder(snapshot: InboxSnapshot, page: Positions): boolean {
  return page.cursors.some(({ seat, position }) => position < (snapshot.base.get(seat) ?? 0))
}

/** True when the page was read at positions that this device has not reached yet. */
export function isAhead(snapshot: InboxSnapshot, page: Positions): boolean {
  return page.epoch !== snapshot.epoch || page.cursors.some(({ seat, position }) => position > (snapshot.cursors.get(seat) ?? -1))
}
