import { useEffect } from 'react'
import { isClassified, type DocumentView } from '../wire/documents'
import { storeNothingOf } from './keptForms'

/** A document may become classified after something was typed about it. */
export function useClassifiedIsNotStored(official: number, view: Pick<DocumentView, 'id' | 'secrecy'>): void {
  const classified = isClassified(view)
  useEffect(() => {
    if (classified) storeNothingOf(official, view.id)
  }, [official, view.id, classified])
}
