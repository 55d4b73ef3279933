import { useEffect, useState } from 'react'

/** What a new draft's page knew when it went on to the draft's own page. */
interface Carried {
  /** Why submitting it was refused; null where it was taken back. */
  error: unknown
  reviewer: number | null
}

const nothing: Carried = { error: null, reviewer: null }
const carried = new Map<string, Carried>()

export const carryOver = (documentId: string, what: Carried): void => void carried.set(documentId, what)

/** Shown once, by the page that comes next. */
export function useCarried(documentId: string | undefined): Carried {
  const [held] = useState(() => carried.get(documentId ?? '') ?? nothing)
  useEffect(() => void carried.delete(documentId ?? ''), [documentId])
  return held
}
