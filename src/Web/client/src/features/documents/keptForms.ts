import { useEffect, useRef } from 'react'
import type { Action } from '../../wire/documents'
import type { Form } from './ActDialog'

const keptFormsMax = 50

/** In memory only: what is typed about a classified document is stored nowhere. The oldest leaves when there are too many. */
const kept = new Map<string, unknown>()

/** A document, and the delivery of it that the acts are about: it may have come to two units of one person. */
export interface About {
  documentId: string
  deliveryId?: string
}

/** Whose words they are, and what they are about. */
export const placeOf = (official: number, about: About, act: Action, step = '') => [barOf(official, about), act, step].join(' ')

/** What was typed into the form of an act and was not recorded yet: closing the form, going elsewhere or a refusal loses nothing. */
export const keptForm = (place: string): unknown => kept.get(place)

export function keepForm(place: string, body: unknown): void {
  kept.delete(place)
  kept.set(place, body)
  if (kept.size > keptFormsMax) kept.delete(kept.keys().next().value!)
}

export const forgetForm = (place: string): void => void kept.delete(place)

/** A form that was emptied again, or only has a box ticked, holds no words of anybody. */
const saysSomething = (body: unknown) =>
  Object.values((body ?? {}) as Record<string, unknown>).some((value) => (typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : typeof value === 'number'))

/** How many forms hold something of this person that was not sent. */
export const keptForms = (official: number): number =>
  [...kept].filter(([place, body]) => place.startsWith(`${official} `) && saysSomething(body)).length

/** Tells what the form says from its first change on. It says nothing that is secret, such as a password. */
export function useTyped(body: unknown, onTyped: (body: unknown) => void): void {
  const words = JSON.stringify(body)
  const told = useRef(words)
  useEffect(() => {
    if (words === told.current) return
    told.current = words
    onTyped(body)
  })
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
