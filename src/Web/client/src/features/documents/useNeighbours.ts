import { compareNewestFirst } from '../../live/lists'
import { useInbox } from '../../live/LiveProvider'
import { listKeyOf } from '../../live/snapshot'
import { boxesOf, type Place } from '../../shell/boxes'

/** The documents before and after this one in the box that the person came from. */
export function useNeighbours(documentId: string, place: Place | null): { previous?: string; next?: string } {
  const snapshot = useInbox()
  if (!snapshot || !place) return {}
  const filter = place === 'overdue' ? 'overdue' : 'all'
  const items = boxesOf(place)
    .flatMap((box) => snapshot.lists.get(listKeyOf(box, filter))?.keys ?? [])
    .map((key) => snapshot.items.get(key)!)
    .sort(compareNewestFirst)
    .filter((item) => item.documentId)
  const at = items.findIndex((item) => item.documentId === documentId)
  if (at === -1) return { next: items[0]?.documentId ?? undefined }
  return { previous: items[at - 1]?.documentId ?? undefined, next: items[at + 1]?.documentId ?? undefined }
}
