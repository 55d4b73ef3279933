import {
  Award, Bell, Clock, Eye, FileCheck, Flag, Hash, Inbox, Pencil, Reply, Send, StickyNote, Undo2, User, Users, type LucideIcon,
} from 'lucide-react'
import type { InboxSnapshot } from '../live/snapshot'
import type { Box, Counter, InboxItem } from '../wire/inbox'
import type { Seat } from '../wire/session'

/** A place in the rail. Overdue is not a box of its own: it is the overdue part of the incoming ones. */
export type Place = Exclude<Box, 'closed'> | 'overdue'

export const incomingPlaces: Place[] = ['waitingReceipt', 'recall', 'waitingMe', 'lead', 'coordinate', 'forInformation', 'notes', 'overdue']
export const outgoingPlaces: Place[] = ['drafts', 'toReview', 'toSign', 'toNumber', 'returned', 'issued']

export const placeIcons: Record<Place, LucideIcon> = {
  waitingReceipt: Inbox,
  recall: Undo2,
  waitingMe: User,
  lead: Flag,
  coordinate: Users,
  forInformation: Eye,
  notes: StickyNote,
  overdue: Clock,
  drafts: Pencil,
  toReview: FileCheck,
  toSign: Award,
  toNumber: Hash,
  returned: Reply,
  issued: Send,
}

export const noticeIcon = Bell

/** The boxes whose lists make up a place. */
export function boxesOf(place: Place): Box[] {
  return place === 'overdue' ? ['waitingReceipt', 'waitingMe', 'lead', 'coordinate', 'forInformation'] : [place]
}

export function isPlace(text: string): text is Place {
  return [...incomingPlaces, ...outgoingPlaces].includes(text as Place)
}

/** The register in which the documents of a place stand. */
export const registerOf = (place: Place) => (incomingPlaces.includes(place) ? 'incoming' : 'outgoing')

/** The box that most of these lie in; of several the one that is met first. */
export function busiestBox(items: readonly InboxItem[]): Box {
  const counts = new Map<Box, number>()
  for (const { box } of items) counts.set(box, (counts.get(box) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}

const byRole: Partial<Record<Place, Seat['role'][]>> = {
  waitingReceipt: ['clerk'],
  // Recalls are rare: the box stands in the rail while one waits for its answer.
  recall: [],
  toReview: ['leader', 'clerk'],
  toSign: ['leader'],
  toNumber: ['clerk'],
}

/** Boxes that belong to another role are left out, unless something lies in them. */
export function placesFor(places: Place[], seats: Seat[], snapshot: InboxSnapshot | null): Place[] {
  return places.filter((place) => {
    const roles = byRole[place]
    return !roles || seats.some((seat) => roles.includes(seat.role)) || (placeCounter(place, snapshot)?.total ?? 0) > 0
  })
}

export function firstBox(seats: Seat[]): Place {
  return seats.some((seat) => seat.role === 'clerk') ? 'waitingReceipt' : 'waitingMe'
}

/** The same numbers that the place's list is made by. */
export function placeCounter(place: Place, snapshot: InboxSnapshot | null): Omit<Counter, 'box'> | null {
  if (!snapshot) return null
  if (place !== 'overdue') return snapshot.counters[place]
  const overdue = boxesOf(place).reduce((sum, box) => sum + snapshot.counters[box].overdue, 0)
  return { total: overdue, unread: 0, urgent: 0, overdue }
}
