import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { keyOf } from '../../live/snapshot'
import { useSession } from '../../shell/SessionProvider'
import { markSeenUntil, seenUntil } from '../../shell/settings'
import type { InboxItem } from '../../wire/inbox'
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

/** The divider "42 new since 11:20", and the rule that nothing moves under the hand. */
export function useNewSince(box: string, list: PlaceList): NewSince {
  const { me } = useSession()
  const official = me.official.id
  const [since, setSince] = useState(() => seenUntil(official, box))
  const [shown, setShown] = useState<ReadonlySet<string> | null>(null)
  const { items, loaded, hasMore, loadMore } = list
  const newest = useRef<string | null>(null)
  if (items[0] && (newest.current === null || items[0].arrivedAt > newest.current)) newest.current = items[0].arrivedAt

  useEffect(() => {
    if (loaded && shown === null) setShown(new Set(items.map(keyOf)))
  }, [loaded, shown, items])

  // Leaving the box is seeing it; so is the first visit on this device.
  useEffect(
    () => () => {
      if (newest.current) markSeenUntil(official, box, newest.current)
    },
    [official, box],
  )

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

  const reveal = useCallback(() => setShown(new Set(items.map(keyOf))), [items])
  const markSeen = useCallback(() => {
    setSince(newest.current)
    if (newest.current) markSeenUntil(official, box, newest.current)
  }, [official, box])

  return { since: fresh.length > 0 ? since : null, fresh, older, pending, countUnknown: searching, reveal, markSeen }
}
