import { keyOf } from '../live/snapshot'
import type { InboxItem } from '../wire/inbox'

/** Where an item opens: its document, or its place in the box when it has none. */
export function itemHref(item: InboxItem): string {
  return item.documentId ? `/documents/${item.documentId}?from=${item.box}` : `/inbox/${item.box}?item=${encodeURIComponent(keyOf(item))}`
}
