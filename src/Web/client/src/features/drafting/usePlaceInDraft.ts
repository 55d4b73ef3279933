import { useCallback } from 'react'
import { placeOf, type Place } from '../../kept/keptForms'
import { useSession } from '../../shell/SessionProvider'
import { isClassified, type DocumentView } from '../../wire/documents'

export type PlaceInDraft = (act: string, part?: string) => Place

/** Where this person's words about a draft are kept, in the seat that they work in now. */
export function usePlaceInDraft(view: Pick<DocumentView, 'id' | 'secrecy'>): PlaceInDraft {
  const { me, seat } = useSession()
  const [official, seatId, id, classified] = [me.official.id, seat?.id, view.id, isClassified(view)]
  return useCallback(
    (act, part) => placeOf({ official, seat: seatId, documentId: id, act, part, isClassified: classified }),
    [official, seatId, id, classified],
  )
}
