import { compareNewestFirst } from '../../live/lists'
import { useInbox } from '../../live/LiveProvider'
import { listKeyOf } from '../../live/snapshot'
import { boxesOf, type Place } from '../../shell/boxes'
import { ofDelivery } from '../../shell/itemHref'
import type { InboxItem } from '../../wire/inbox'

/**
 * Where the items before and after this document lead, in the box that the person came from. A document that came to two
 * units of the person is there twice: the delivery says which of the two this is.
 */
export function useNeighbours(documentId: string, deliveryId: string | null, place: Place | null): { previous?: string; next?: string } {
  const snapshot = useInbox()
  if (!snapshot || !place) return {}
  const filter = place === 'overdue' ? 'overdue' : 'all'
  const items = boxesOf(place)
    .flatMap((box) => snapshot.lists.get(listKeyOf(box, filter))?.keys ?? [])
    .map((key) => snapshot.items.get(key)!)
    .sort(compareNewestFirst)
    .filter((item) => item.documentId)
  const leadTo = (item: InboxItem | undefined) => item && `/documents/${item.documentId}?box=${place}${ofDelivery(item)}`
  const at = items.findIndex((item) => item.documentId === documentId && (!deliveryId || item.deliveryId === deliveryId))
  return { previous: leadTo(items[at - 1]), next: leadTo(items[at + 1]) }
}
