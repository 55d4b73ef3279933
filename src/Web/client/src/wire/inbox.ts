export type Urgency = 'normal' | 'urgent' | 'veryUrgent' | 'immediate'
export type Secrecy = 'normal' | 'confidential' | 'secret'

export const boxes = [
  'waitingReceipt', 'waitingMe', 'lead', 'coordinate', 'forInformation', 'notes',
  'drafts', 'toReview', 'toSign', 'toNumber', 'returned', 'issued', 'recall', 'closed',
] as const
export type Box = (typeof boxes)[number]

export type Reason =
  | 'delivery' | 'present' | 'lead' | 'coordinate' | 'inform' | 'note'
  | 'draft' | 'review' | 'sign' | 'number' | 'returned' | 'issued' | 'recall' | 'escalated' | 'mention'

export interface ItemKey {
  seat: number
  subject: string
  reason: Reason
}

/** A person's own words, which the reader is done with once they are known. */
export const isNote = ({ reason }: ItemKey) => reason === 'note' || reason === 'mention'

/** A delivery that a recipient returned, or a step that its holder did: who gave it is done with that once it is known. */
export const isReturn = ({ reason }: ItemKey) => reason === 'returned'

export interface InboxItem extends ItemKey {
  box: Box
  /** Position of the last change of this item in its seat's stream. */
  position: number
  arrivedAt: string
  readBy: number[]
  urgency: Urgency
  secrecy: Secrecy
  dueOn?: string | null
  overdue: boolean
  documentId?: string | null
  deliveryId?: string | null
  symbol?: string | null
  documentType?: string | null
  abstract: string
  from: string
  note?: string | null
  /** When the sender last reminded the desk of it. */
  remindedAt?: string | null
  /** Position at which it arrived in its seat's stream; none or 0 from a server of the version before. */
  arrivedSeq?: number
}

/** Why it came back, where it did: a delivery or a step that was returned, or work that lies again with who had given it. */
export const returnReason = (item: InboxItem): string | undefined => (isNote(item) ? undefined : (item.note ?? undefined))

/** Whether a whole unit sent it back, or the person who held the step. */
export const isUnitsReturn = (item: InboxItem): boolean => isReturn(item) && item.subject === item.deliveryId

export interface Counter {
  box: Box
  total: number
  unread: number
  urgent: number
  overdue: number
}

export interface Cursor {
  seat: number
  position: number
}

export const filters = ['all', 'unread', 'urgent', 'overdue'] as const
export type Filter = (typeof filters)[number]

export interface InboxPage {
  epoch: string
  cursors: Cursor[]
  items: InboxItem[]
  total: number
  counters: Counter[]
  next?: string | null
}

export interface CountersAnswer {
  epoch: string
  cursors: Cursor[]
  counters: Counter[]
}

export interface CatchUpAnswer {
  epoch: string
  seats: { seat: number; head: number; resync: boolean; changed: InboxItem[]; removed: ItemKey[] }[]
  counters: Counter[]
}

export type ChangeKind = 'arrived' | 'moved' | 'read' | 'due' | 'removed'

export interface InboxChange {
  seat: number
  position: number
  kind: ChangeKind
  fromBox?: Box | null
  by?: number | null
  /** The urgency before, where the change changed it. */
  fromUrgency?: Urgency | null
  /** Whether it was overdue before, where the change changed that. */
  fromOverdue?: boolean | null
  item: InboxItem
}

export interface InboxChanged {
  epoch: string
  changes: InboxChange[]
}

export interface Behind {
  seat: number
  head: number
}
