import { compareNewestFirst } from '../../live/lists'
import { useInbox } from '../../live/LiveProvider'
import { listKeyOf } from '../../live/snapshot'
import { boxesOf, type Place } from '../../shell/boxes'
import { pageOf } from '../../shell/itemHref'
import { fromPlace } from '../../shell/origin'
import type { Filter, InboxItem } from '../../wire/inbox'

/**
 * Where the items before and after this document lead, in the list that the person came from. A document that came to two
 * units of the person is there twice: the delivery says which of the two this is.
 */
export function useNeighbours(documentId: string, deliveryId: string | null, place: Place | null, filter: Filter): { previous?: string; next?: string } {
  const snapshot = useInbox()
  if (!snapshot || !place) return {}
  const listed = place === 'overdue' ? 'overdue' : filter
  const items = boxesOf(place)
    .flatMap((box) => snapshot.lists.get(listKeyOf(box, listed))?.keys ?? [])
    .map((key) => snapshot.items.get(key)!)
    .sort(compareNewestFirst)
    .filter((item) => item.documentId)
  const leadTo = (item: InboxItem | undefined) => item && fromPlace(pageOf({ documentId: item.documentId!, deliveryId: item.deliveryId }), place, filter)
  const isThis = (item: InboxItem) => item.documentId === documentId && (!deliveryId || item.deliveryId === deliveryId)
  const at = items.findIndex(isThis)
  if (at >= 0) return { previous: leadTo(items[at - 1]), next: leadTo(items[at + 1]) }
  // Read, it is no longer among the unread: what follows the place where it stood is next.
  const current = [...snapshot.items.values()].find(isThis)
  const after = current ? items.filter((item) => compareNewestFirst(current, item) < 0) : items
  return { previous: leadTo(items[items.length - after.length - 1]), next: leadTo(after[0]) }
}
