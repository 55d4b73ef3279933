import { useCallback, useEffect, useRef, useState } from 'react'
import { useLive } from '../live/LiveProvider'
import type { InboxStore } from '../live/inboxStore'
import { isUnread, keyOf, listKeyOf, type InboxSnapshot } from '../live/snapshot'
import type { Box, InboxItem } from '../wire/inbox'

/** Boxes whose items ask something of their reader. */
const asking: Box[] = ['waitingReceipt', 'recall', 'waitingMe', 'lead', 'coordinate', 'toReview', 'toSign', 'toNumber']

/** Of a box with more urgent items than this many pages hold, the oldest are left to its list. */
const urgentPagesMax = 4

/** Immediate items that lay unread in these boxes before this page was opened. */
async function waitingIn(inbox: InboxStore, box: Box): Promise<InboxItem[]> {
  await inbox.load(box, 'urgent')
  const list = () => inbox.current()?.lists.get(listKeyOf(box, 'urgent'))
  for (let page = 1; page < urgentPagesMax && list()?.next; page++) await inbox.loadMore(box, 'urgent')
  const { items, official } = inbox.current()!
  return (list()?.keys ?? []).map((key) => items.get(key)!).filter((item) => item.urgency === 'immediate' && isUnread(item, official))
}

/** Whether nobody but this page knows of it yet: not read on another device, not gone from its box. */
const isWaiting = ({ items, gone, official }: InboxSnapshot) => (item: InboxItem) => {
  const now = items.get(keyOf(item))
  return now ? isUnread(now, official) : !gone.has(keyOf(item))
}

/** The immediate documents that the person has not acknowledged: what arrives, and what lay unread when the page was opened. */
export function useUrgent() {
  const { inbox } = useLive()
  const [urgent, setUrgent] = useState<readonly InboxItem[]>([])
  const looked = useRef(false)

  const tell = useCallback((items: readonly InboxItem[]) => {
    setUrgent((shown) => [...shown, ...items.filter((item) => !shown.some((one) => keyOf(one) === keyOf(item)))])
  }, [])

  useEffect(() => {
    const look = async () => {
      const snapshot = inbox.current()
      if (looked.current || !snapshot) return
      looked.current = true
      const boxes = asking.filter((box) => snapshot.counters[box].urgent > 0 && snapshot.counters[box].unread > 0)
      try {
        tell((await Promise.all(boxes.map((box) => waitingIn(inbox, box)))).flat())
      } catch {
        // The next catch-up that succeeds looks again.
        looked.current = false
      }
    }
    const stops = [
      inbox.onCaughtUp(() => void look()),
      inbox.subscribe(() => {
        const snapshot = inbox.current()
        if (snapshot) setUrgent((shown) => (shown.every(isWaiting(snapshot)) ? shown : shown.filter(isWaiting(snapshot))))
      }),
    ]
    void look()
    return () => stops.forEach((stop) => stop())
  }, [inbox, tell])

  const acknowledged = useCallback(() => setUrgent((shown) => shown.slice(1)), [])
  return { urgent, tell, acknowledged }
}
