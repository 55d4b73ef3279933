import type { Secrecy, Urgency } from './inbox'
import type { DeliveryState, DocumentState } from './documents'

export interface RegisterRow {
  number: number
  date: string
  symbol?: string | null
  documentDate?: string | null
  from: string
  type: string
  abstract: string
  urgency: Urgency
  secrecy: Secrecy
  files: number
  dueOn?: string | null
  handler?: string | null
  state: DeliveryState | DocumentState
  voided?: boolean
  voidReason?: string | null
  documentId: string
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
  from: string
  state: DocumentState | DeliveryState
  date: string
}

export interface SearchPage {
  total: number
  items: FoundDocument[]
}
