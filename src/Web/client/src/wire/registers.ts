import type { Secrecy, Urgency } from './inbox'
import type { DeliveryState, DocumentState, RecallAnswer } from './documents'

/** Lines of one page. */
export const registerLinesPerPage = 100

export interface RegisterRow {
  number: number
  date: string
  symbol?: string | null
  documentDate?: string | null
  /** The sender for arrivals; the signer for outgoing documents. */
  from: string
  type: string
  abstract: string
  urgency: Urgency
  secrecy: Secrecy
  files: number
  pages?: number | null
  copies?: number | null
  dueOn?: string | null
  /** Who leads, of an arrival that was assigned. */
  handler?: string | null
  /** Who coordinates or is informed, of an arrival. */
  alsoTo?: string | null
  /** To how many units an outgoing document went; missing before it is issued. */
  units?: number | null
  /** To whom it went, in one line; missing before it is issued. */
  recipients?: string | null
  /** The state of an arrival. */
  state?: DeliveryState | null
  recall?: RecallAnswer | null
  voided?: boolean
  voidReason?: string | null
  /** Missing where the person may not see the document: a voided number whose draft is with its author again. */
  documentId?: string | null
  deliveryId?: string | null
}

export interface RegisterPage {
  total: number
  rows: RegisterRow[]
}

export interface FoundDocument {
  documentId: string
  symbol?: string | null
  type: string
  abstract: string
  /** The issuing unit. */
  from: string
  state: DocumentState
  urgency: Urgency
  secrecy: Secrecy
  /** When it was issued, or begun. */
  at: string
}

export interface SearchPage {
  total: number
  /** There are more than the total. */
  more: boolean
  /** Older documents of other bodies with this number were not looked at: there are too many. */
  left: boolean
  items: FoundDocument[]
}
