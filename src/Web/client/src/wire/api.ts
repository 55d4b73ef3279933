import type { Board, TilePage, TileUnit } from './board'
import type { Assignee, Authors, DocumentType, DocumentView, DraftTicket, Reviewer, Successor, Version } from './documents'
import { call, type Call } from './http'
import type { Box, CatchUpAnswer, CountersAnswer, Filter, InboxPage } from './inbox'
import type { NodeList } from './nodes'
import type { RecipientChoice, RecipientPreview, RecipientRow } from './recipients'
import type { RegisterPage, SearchPage } from './registers'
import type { StaffSeat } from './staff'
import type { Threads } from './threads'
import type { Me, OfficialRow, Preferences, SessionRow } from './session'

type Signal = AbortSignal | undefined

function query(parameters: Record<string, string | number | undefined | null>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

const id = encodeURIComponent

/** Reads, and the few writes that are not acts on a document. Acts go through the outbox. */
export const api = {
  session: (signal?: Signal) => call<Me>('/api/session', { signal }),
  signIn: (signIn: string, password: string, key: string) =>
    call<Me>('/api/session', { method: 'POST', body: { signIn, password }, key }),
  signOut: () => call<void>('/api/session', { method: 'DELETE', key: crypto.randomUUID() }),
  sessions: (signal?: Signal) => call<SessionRow[]>('/api/sessions', { signal }),
  signOutEverywhere: () => call<void>('/api/sessions', { method: 'DELETE', key: crypto.randomUUID() }),
  changePassword: (password: string, next: string, key: string) =>
    call<void>('/api/session/password', { method: 'PUT', body: { password, next }, key }),
  staff: (signal?: Signal) => call<StaffSeat[]>('/api/staff', { signal }),
  savePreferences: (preferences: Preferences) =>
    call<void>('/api/preferences', { method: 'PUT', body: preferences, key: crypto.randomUUID() }),

  inbox: (box: Box, filter: Filter, after?: string, take = 50, signal?: Signal) =>
    call<InboxPage>(`/api/inbox${query({ box, filter, after, take })}`, { signal }),
  counters: (signal?: Signal) => call<CountersAnswer>('/api/inbox/counters', { signal }),
  catchUp: (cursors: { seat: number; epoch: string; position: number }[], signal?: Signal) =>
    call<CatchUpAnswer>('/api/inbox/catch-up', { method: 'POST', body: { cursors }, signal }),

  documentTypes: (actingSeat?: number, signal?: Signal) => call<DocumentType[]>('/api/document-types', { signal, actingSeat }),
  reviewers: (actingSeat?: number, signal?: Signal) => call<Reviewer[]>('/api/reviewers', { signal, actingSeat }),
  document: (documentId: string, signal?: Signal) => call<DocumentView>(`/api/documents/${id(documentId)}`, { signal }),
  versions: (documentId: string, signal?: Signal) => call<Version[]>(`/api/documents/${id(documentId)}/versions`, { signal }),
  /** What is said about a draft; with a position only what changed behind it. */
  threads: (documentId: string, after?: number, signal?: Signal) =>
    call<Threads>(`/api/documents/${id(documentId)}/threads${query({ after })}`, { signal }),
  version: (documentId: string, version: string, signal?: Signal) =>
    call<Version>(`/api/documents/${id(documentId)}/versions/${id(version)}`, { signal }),
  /** Of a version, or of the text as it stands. */
  authors: (documentId: string, version: string | null, signal?: Signal) =>
    call<Authors>(`/api/documents/${id(documentId)}${version === null ? '' : `/versions/${id(version)}`}/authors`, { signal }),
  /** Opens the draft's line once, within 30 s. */
  draftTicket: (documentId: string) => call<DraftTicket>(`/api/drafting/${id(documentId)}/tickets`, { method: 'POST', key: crypto.randomUUID() }),
  successors: (documentId: string, signal?: Signal) => call<Successor[]>(`/api/documents/${id(documentId)}/successors`, { signal }),
  fileAddress: (documentId: string, hash: string) => `/api/documents/${id(documentId)}/files/${id(hash)}`,
  /** The document as a Word file: as it stands now, for whoever may read its page. */
  wordAddress: (documentId: string) => `/api/documents/${id(documentId)}/docx`,
  assignees: (deliveryId: string, signal?: Signal) => call<Assignee[]>(`/api/deliveries/${id(deliveryId)}/assignees`, { signal }),

  board: (documentId: string, signal?: Signal) => call<Board>(`/api/documents/${id(documentId)}/board`, { signal }),
  /** Every receiving unit: what is exported. */
  boardUnits: (documentId: string, signal?: Signal) => call<TileUnit[]>(`/api/documents/${id(documentId)}/board/units`, { signal }),
  boardTile: (documentId: string, code: string, signal?: Signal) =>
    call<TilePage>(`/api/documents/${id(documentId)}/board/${id(code)}`, { signal }),

  recipientTree: (parent: string | undefined, signal?: Signal) =>
    call<RecipientRow[]>(`/api/recipients/tree${query({ parent })}`, { signal }),
  recipientSearch: (q: string, signal?: Signal) => call<RecipientRow[]>(`/api/recipients/search${query({ q })}`, { signal }),
  recipientPreview: (choice: RecipientChoice, issuer: number, signal?: Signal) =>
    call<RecipientPreview>('/api/recipients/preview', { method: 'POST', body: { ...choice, issuer }, signal }),
  /** The same with every unit's name: some hundred kilobytes where all receive. */
  recipientNames: (choice: RecipientChoice, issuer: number, signal?: Signal) =>
    call<RecipientPreview>('/api/recipients/preview', { method: 'POST', body: { ...choice, issuer, names: true }, signal }),

  register: (book: 'incoming' | 'outgoing', at: { unit?: number; year: number; page: number }, signal?: Signal) =>
    call<RegisterPage>(`/api/registers/${book}${query(at)}`, { signal }),
  /** Where the whole book lies as a spreadsheet. */
  registerExport: (book: 'incoming' | 'outgoing', of: { unit?: number; year: number; locale: string }) => `/api/registers/${book}/export${query(of)}`,
  search: (q: string, take: number, signal?: Signal) => call<SearchPage>(`/api/search${query({ q, take })}`, { signal }),
  officials: (q: string, signal?: Signal) => call<OfficialRow[]>(`/api/officials/search${query({ q })}`, { signal }),

  nodes: (signal?: Signal) => call<NodeList>('/api/operator/nodes', { signal }),

  abandon: (key: string) => call<void>(`/api/commands/${id(key)}/abandon`, { method: 'POST', key: crypto.randomUUID() }),
  send: <T>(path: string, options: Call) => call<T>(path, options),
}
