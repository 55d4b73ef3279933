import { useQuery } from '@tanstack/react-query'
import { placeOf, type Place } from '../../kept/keptForms'
import { api } from '../../wire/api'
import { isClassified, type DeliveryView, type DocumentView, type Step } from '../../wire/documents'
import type { Me } from '../../wire/session'

export function useDocument(documentId: string | null | undefined) {
  return useQuery({
    queryKey: ['document', documentId],
    queryFn: ({ signal }) => api.document(documentId!, signal),
    enabled: !!documentId,
  })
}

/** The delivery that this person's acts are about: the one named by the inbox item, or the only one. */
export function myDelivery(view: DocumentView, deliveryId?: string | null): DeliveryView | undefined {
  return view.deliveries.find((delivery) => delivery.id === deliveryId) ?? view.deliveries[0]
}

const isOpenStep = (step: Step) => step.state === 'waiting' || step.state === 'opened'

export function myOpenSteps(delivery: DeliveryView | undefined, me: Me): Step[] {
  const seats = new Set(me.seats.map((seat) => seat.id))
  return delivery?.steps.filter((step) => step.mine ?? (seats.has(step.seat) && isOpenStep(step))) ?? []
}

/** Lead before coordinate before the rest: what finishing or assigning is about when several are open. */
export function myStep(delivery: DeliveryView | undefined, me: Me): Step | undefined {
  const order: Step['role'][] = ['lead', 'present', 'coordinate', 'inform', 'receipt']
  return [...myOpenSteps(delivery, me)].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))[0]
}

/** The step that the person may hand on: whoever is only informed has nothing to hand on. */
export const myForwardable = (delivery: DeliveryView | undefined, me: Me): Step | undefined =>
  myOpenSteps(delivery, me).filter((step) => step.role === 'lead' || step.role === 'coordinate').sort((a, b) => (a.role === b.role ? 0 : a.role === 'lead' ? -1 : 1))[0]

/** The step that the person may give back, a lead's first. */
export const myReturnable = (delivery: DeliveryView | undefined): Step | undefined => {
  const steps = delivery?.steps.filter((step) => step.returnable)
  return steps?.find((step) => step.role === 'lead') ?? steps?.[0]
}

/** The seat in whose name the act is done, where the person holds several. */
export function seatFor(view: DocumentView, delivery: DeliveryView | undefined, act: string, me: Me): number | undefined {
  const own = me.seats.filter((seat) => seat.kind !== 'person')
  if (['register', 'returnDelivery', 'agreeRecall', 'refuseRecall'].includes(act)) {
    return own.find((seat) => seat.unit?.id === delivery?.unit.id && seat.role === 'clerk')?.id
  }
  if (act === 'forward') return myForwardable(delivery, me)?.seat
  if (act === 'returnStep') return myReturnable(delivery)?.seat
  if (act === 'recallStep') return undefined
  if (act === 'assign' || act === 'finish') return myStep(delivery, me)?.seat ?? own.find((seat) => seat.unit?.id === delivery?.unit.id)?.id
  const roles = act === 'sign' || act === 'refuseSign' ? ['leader'] : ['number', 'void', 'seal', 'issue', 'recall', 'replace', 'correct', 'remind'].includes(act) ? ['clerk'] : []
  const inUnit = own.filter((seat) => seat.unit?.id === view.unit.id)
  return (inUnit.find((seat) => roles.includes(seat.role)) ?? (roles.length ? undefined : inUnit[0]))?.id
}

/** Where the words of an act's form are kept. */
export const placeOfAct = (view: DocumentView, delivery: DeliveryView | undefined, act: string, me: Me, part?: string): Place =>
  placeOf({
    official: me.official.id,
    seat: seatFor(view, delivery, act, me),
    documentId: view.id,
    deliveryId: delivery?.id,
    act,
    part,
    isClassified: isClassified(view),
  })

/** Of which sheet it stands on a node of the version before says nothing; there its symbol tells, once it has one. */
export const isParty = ({ partySheet, symbol }: DocumentView) => partySheet ?? (!symbol || /^\d+[A-Za-z]?\s*-/.test(symbol))

/**
 * The day that presses this person here: of the own open step, before that of the unit, before that of the document. Null
 * where nothing is left to be done by it: with the issuing body once it has issued, and where the unit's work has ended.
 */
export function pressing(view: DocumentView, delivery: DeliveryView | undefined): { dueOn: string | null | undefined } | null {
  if (!view.issuedAt) return { dueOn: view.dueOn }
  if (!delivery || delivery.state === 'finished' || delivery.state === 'returned' || delivery.recall?.answer === 'agreed') return null
  return { dueOn: delivery.steps.find((step) => step.mine)?.dueOn ?? delivery.dueOn ?? view.dueOn }
}

/** The last day that was given, where it presses nobody here any more. */
export const restingDueOn = (view: DocumentView, delivery: DeliveryView | undefined) => (pressing(view, delivery) ? null : (delivery?.dueOn ?? view.dueOn))
