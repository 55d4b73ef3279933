import { useCallback, useEffect, useMemo, useState } from 'react'
import { useInbox, useLive, useReachable } from '../../live/LiveProvider'
import { compareNewestFirst } from '../../live/lists'
import { filterCount, listKeyOf } from '../../live/snapshot'
import { boxesOf, type Place } from '../../shell/boxes'
import type { Filter, InboxItem } from '../../wire/inbox'

export interface PlaceList {
  items: InboxItem[]
  /** As the counters say: the length of the whole list, loaded or not. */
  total: number | null
  loaded: boolean
  hasMore: boolean
  /** Why there is no list, or no more of it; not while the banner says it already and the list stands. */
  error: unknown
  loadMore: () => void
  retry: () => void
}

const none: InboxItem[] = []

/** The list of a place under a filter, live. */
export function usePlaceList(place: Place, filter: Filter): PlaceList {
  const { inbox } = useLive()
  const snapshot = useInbox()
  const [error, setError] = useState<unknown>(null)
  const boxes = useMemo(() => boxesOf(place), [place])
  const asked: Filter = place === 'overdue' ? 'overdue' : filter

  const lists = boxes.map((box) => snapshot?.lists.get(listKeyOf(box, asked)))
  const loaded = lists.every((list) => list !== undefined)

  const load = useCallback(() => {
    setError(null)
    Promise.all(boxes.map((box) => inbox.load(box, asked))).catch(setError)
  }, [inbox, boxes, asked])
  const loadMore = useCallback(() => {
    setError(null)
    Promise.all(boxes.map((box) => inbox.loadMore(box, asked))).catch(setError)
  }, [inbox, boxes, asked])
  const retry = loaded ? loadMore : load

  // Pushes and catch-ups keep a list that was read once: its first page read anew would only cut it to that page.
  useEffect(() => {
    if (loaded) setError(null)
    else load()
  }, [load, loaded])
  // All that was loaded left the box: what follows it is no longer out of sight.
  const dryAt = lists.find((list) => list?.keys.length === 0 && list.next !== null)?.next
  useEffect(() => {
    if (dryAt !== undefined) loadMore()
  }, [dryAt, loadMore])
  // The line or the store is back: what could not be read is read now.
  const reachable = useReachable()
  const failed = error !== null
  useEffect(() => {
    if (reachable && failed) retry()
    // Only on the return: a list that fails while all is well says so and waits for the person.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [reachable])

  const key = lists.map((list) => list?.keys.join(' ') ?? '').join('|')
  const items = useMemo(() => {
    if (!snapshot) return none
    const found = boxes.flatMap((box) => snapshot.lists.get(listKeyOf(box, asked))?.keys.map((one) => snapshot.items.get(one)!) ?? [])
    return boxes.length > 1 ? found.sort(compareNewestFirst) : found
    // The key of the lists and the items' map stand for the snapshot.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [boxes, asked, key, snapshot?.items])

  return {
    items,
    total: snapshot ? boxes.reduce((sum, box) => sum + filterCount(snapshot.counters[box], asked), 0) : null,
    loaded,
    hasMore: lists.some((list) => list?.next != null),
    error: loaded && !reachable ? null : error,
    loadMore,
    retry,
  }
}
