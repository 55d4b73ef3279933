import { keyOf } from '../live/snapshot'
import type { InboxItem } from '../wire/inbox'

/** A document may lie at two units of the reader: which delivery of it the item is about. */
const ofDelivery = ({ deliveryId }: Pick<InboxItem, 'deliveryId'>) => (deliveryId ? `&delivery=${deliveryId}` : '')

/** The page of a document, on the delivery that it is about. */
export const pageOf = ({ documentId, deliveryId }: { documentId: string; deliveryId?: string | null }) => `/documents/${documentId}${deliveryId ? `?delivery=${deliveryId}` : ''}`

/** Where an item opens: its document, the word in a draft that names the reader, or its place in the box when it has neither. */
export function itemHref(item: InboxItem): string {
  if (item.reason === 'mention' && item.documentId) return `/documents/${item.documentId}/write?entry=${item.subject}`
  return item.documentId ? `/documents/${item.documentId}?from=${item.box}${ofDelivery(item)}` : `/inbox/${item.box}?item=${encodeURIComponent(keyOf(item))}`
}
