import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { keyOf } from '../../live/snapshot'
import { useSession } from '../../shell/SessionProvider'
import { markSeenUntil, seenUntil } from '../../shell/settings'
import { filters, type Filter, type InboxItem } from '../../wire/inbox'
import type { PlaceList } from './usePlaceList'

export interface NewSince {
  /** Until when the box was seen before; null when there is no line to draw. */
  since: string | null
  fresh: InboxItem[]
  older: InboxItem[]
  /** Arrived while the person looks at the list; they wait behind their line. */
  pending: InboxItem[]
  /** True when even more new ones lie beyond what may be loaded. */
  countUnknown: boolean
  reveal: () => void
  markSeen: () => void
}

const searchedRowsMax = 600

/** Where it is remembered until when a list was seen. */
const nameOf = (box: string, filter: Filter) => (filter === 'all' ? box : `${box}.${filter}`)

/** Who has seen a whole box has seen what each filter leaves of it, but not the other way round. */
function seenBefore(official: number, box: string, filter: Filter): string | null {
  const [ofBox, ofList] = [seenUntil(official, box), seenUntil(official, nameOf(box, filter))]
  return ofBox && ofList ? (ofBox > ofList ? ofBox : ofList) : (ofBox ?? ofList)
}

/** The divider "42 new since 11:20", and the rule that nothing moves under the hand; each for every list of a box. */
export function useNewSince(box: string, filter: Filter, list: PlaceList): NewSince {
  const { me } = useSession()
  const official = me.official.id
  // As it was when the person came: going from one filter to another is no new visit.
  const [sinceOf, setSinceOf] = useState(() => Object.fromEntries(filters.map((one) => [one, seenBefore(official, box, one)])))
  const [shownOf, setShownOf] = useState<Partial<Record<Filter, ReadonlySet<string>>>>({})
  const since = sinceOf[filter] ?? null
  const shown = shownOf[filter]
  const { items, loaded, hasMore, loadMore } = list
  const newestOf = useRef<Partial<Record<Filter, string>>>({})
  const newest = newestOf.current[filter]
  if (items[0] && (newest === undefined || items[0].arrivedAt > newest)) newestOf.current[filter] = items[0].arrivedAt

  const show = useCallback(() => setShownOf((known) => ({ ...known, [filter]: new Set(items.map(keyOf)) })), [filter, items])
  useEffect(() => {
    if (loaded && !shown) show()
  }, [loaded, shown, show])

  // Leaving the box is seeing it; so is the first visit on this device.
  useEffect(() => {
    const { current: seen } = newestOf
    return () => {
      for (const one of filters) if (seen[one]) markSeenUntil(official, nameOf(box, one), seen[one])
    }
  }, [official, box])

  const { pending, visible } = useMemo(() => {
    if (!shown) return { pending: [], visible: items }
    // What follows the last row that was shown came from loading more, not from the line.
    let last = -1
    items.forEach((item, at) => {
      if (shown.has(keyOf(item))) last = at
    })
    if (last === -1) return { pending: [], visible: items }
    const waits = (item: InboxItem, at: number) => at < last && !shown.has(keyOf(item))
    return { pending: items.filter(waits), visible: items.filter((item, at) => !waits(item, at)) }
  }, [items, shown])

  const fresh = useMemo(() => (since ? visible.filter((item) => item.arrivedAt > since) : []), [visible, since])
  const older = useMemo(() => (since ? visible.filter((item) => item.arrivedAt <= since) : visible), [visible, since])

  const searching = since !== null && loaded && hasMore && older.length === 0 && fresh.length > 0
  useEffect(() => {
    if (searching && items.length < searchedRowsMax) loadMore()
  }, [searching, items.length, loadMore])

  const markSeen = useCallback(() => {
    const { [filter]: until } = newestOf.current
    if (!until) return
    setSinceOf((known) => (filter === 'all' ? Object.fromEntries(filters.map((one) => [one, until])) : { ...known, [filter]: until }))
    markSeenUntil(official, nameOf(box, filter), until)
  }, [official, box, filter])

  return { since: fresh.length > 0 ? since : null, fresh, older, pending, countUnknown: searching, reveal: show, markSeen }
}
