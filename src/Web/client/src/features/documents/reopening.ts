import { useEffect } from 'react'
import type { Form } from './ActDialog'

/** A document, and the delivery of it that the acts are about: it may have come to two units of one person. */
export interface About {
  documentId: string
  deliveryId?: string
}

/** Where the acts of a document stand on this person's screen. */
export const barOf = (official: number, { documentId, deliveryId = '' }: About) => [official, documentId, deliveryId].join(' ')

const bars = new Map<string, (form: Form) => void>()
const awaited = new Map<string, Form>()

/** Opens a form there; false where the acts are not on the screen now. */
export function reopen(bar: string, form: Form): boolean {
  const open = bars.get(bar)
  open?.(form)
  return open !== undefined
}

/** The same, once they do. */
export function reopenLater(bar: string, form: Form): void {
  if (!reopen(bar, form)) awaited.set(bar, form)
}

/** Forms that come back to this bar are opened by it. */
export function useReopened(bar: string, on: boolean, open: (form: Form) => void): void {
  useEffect(() => {
    if (!on) return
    bars.set(bar, open)
    const form = awaited.get(bar)
    if (form) {
      awaited.delete(bar)
      open(form)
    }
    return () => {
      if (bars.get(bar) === open) bars.delete(bar)
    }
  }, [bar, on, open])
}
