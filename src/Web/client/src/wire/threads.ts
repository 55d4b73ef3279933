import type { DraftRight } from './documents'
import type { PersonRef } from './session'

export type ThreadKind = 'comment' | 'suggestion'
export type ThreadState = 'open' | 'resolved' | 'accepted' | 'rejected' | 'withdrawn'
export type Settlement = 'accepted' | 'rejected' | 'withdrawn' | 'resolved' | 'reopened'

export interface ThreadEntry {
  /** What the inbox item of a mentioned person names. */
  id: string
  kind: 'opened' | 'replied' | Settlement
  at: string
  by: PersonRef
  text: string
}

export interface Thread {
  id: string
  kind: ThreadKind
  state: ThreadState
  /** Relative positions as Yjs encodes them, in base64. */
  start: string
  end: string
  /** What stood there, letter for letter. */
  quote: string
  /** What a suggestion puts there. */
  replacement?: string | null
  round: number
  /** The document's position at which it last changed. */
  position: number
  /** What I may settle it as now. */
  actions: Settlement[]
  entries: ThreadEntry[]
}

export interface Threads {
  position: number
  right: DraftRight
  threads: Thread[]
  /** Who can be mentioned. */
  people: PersonRef[]
}

export interface NewThread {
  kind: ThreadKind
  start: string
  end: string
  quote: string
  replacement?: string
  text: string
  mentions: number[]
}
