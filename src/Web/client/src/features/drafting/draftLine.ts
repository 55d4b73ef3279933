import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { applyUpdate, Doc } from 'yjs'
import { api } from '../../wire/api'
import { isNotInScope, isSignInRequired } from '../../wire/refusal'
import type { Saved } from '../compose/useDraft'
import { PatientProvider } from './patientProvider'
import { UnsavedKeeper } from './unsavedKeeper'
import { forgetDraft, type Unsaved, type UnsavedOf } from './unsavedStore'

const ticketRetryMs = 2_000

export interface DraftLineState {
  /** The text has been read from the server at least once, or what was not saved before a reload is shown. */
  loaded: boolean
  connected: boolean
  /** What the server lets the person do; null before it has said. */
  right: 'write' | 'read' | null
  /** The server knows no such draft of this person's. */
  refused: boolean
  saved: Saved
}

/** Where what is not saved is kept over a reload, and what was found there. */
export interface Kept {
  of: UnsavedOf
  found: Unsaved[]
}

/**
 * One draft's line to the server. What is typed while it is down stays in the document of this page, over a reload too
 * where it may be kept, and is sent when it is back; "saved" is said when the server has acknowledged the last change, and
 * that means committed.
 */
export class DraftLine {
  readonly provider: PatientProvider
  private readonly socket: HocuspocusProviderWebsocket
  private readonly keeper: UnsavedKeeper | null
  private readonly listeners = new Set<() => void>()
  private ended = false
  private synced = false
  private current: DraftLineState = { loaded: false, connected: false, right: null, refused: false, saved: { state: 'clean', at: null } }

  /** @param kept Null for a draft of which nothing may stay at this browser. */
  constructor(documentId: string, kept: Kept | null) {
    const url = new URL('/api/drafting', window.location.href)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    this.socket = new HocuspocusProviderWebsocket({ url: url.toString(), maxDelay: 8_000 })
    const document = new Doc()
    // Before the line listens: the exchange of states sends what the server lacks.
    for (const { update } of kept?.found ?? []) applyUpdate(document, update)
    this.keeper = kept && new UnsavedKeeper(kept.of, document, kept.found)
    // Who could write it may go on writing, until the server says otherwise.
    if (kept?.found.length) this.current = { ...this.current, loaded: true, right: 'write', saved: { state: 'saving', since: Date.now() } }
    this.provider = new PatientProvider({
      websocketProvider: this.socket,
      name: documentId,
      document,
      token: () => this.ticket(documentId, kept),
      onStatus: ({ status }) => this.change({ connected: status === WebSocketStatus.Connected }),
      onAuthenticated: ({ scope }) => this.change({ right: scope === 'readonly' ? 'read' : 'write', refused: false }),
      onAuthenticationFailed: () => this.change({ refused: true }),
      onSynced: () => {
        this.synced = true
        this.change({ loaded: true })
      },
      onUnsyncedChanges: ({ number }) => this.count(number),
    })
    this.provider.attach()
  }

  readonly state = (): DraftLineState => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  end(): void {
    this.ended = true
    this.keeper?.end()
    this.provider.destroy()
    this.socket.destroy()
  }

  /** Lets go of what the server does not take. */
  async giveUp(): Promise<void> {
    await this.keeper?.giveUp()
  }

  /** A ticket opens the draft once. While the server cannot be asked the line waits with it. */
  private async ticket(documentId: string, kept: Kept | null): Promise<string> {
    for (;;) {
      try {
        return (await api.draftTicket(documentId)).ticket
      } catch (error) {
        if (isNotInScope(error)) this.lostFromSight(kept)
        if (this.ended || isNotInScope(error) || isSignInRequired(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, ticketRetryMs))
      }
    }
  }

  /** What was kept is no longer the person's to see. */
  private lostFromSight(kept: Kept | null): void {
    if (kept) void this.keeper?.giveUp().then(() => forgetDraft(kept.of))
    if (!this.synced) this.change({ loaded: false })
  }

  private count(unsaved: number): void {
    const { saved } = this.current
    // The first exchange of states counts as one change; before it is over nothing was typed.
    if (!this.current.loaded) return
    if (unsaved > 0) {
      this.keeper?.unsaved(this.current.connected)
      this.change({ saved: saved.state === 'saving' ? saved : { state: 'saving', since: Date.now() } })
    } else if (saved.state === 'saving') {
      this.keeper?.saved()
      this.change({ saved: { state: 'clean', at: new Date().toISOString() } })
    }
  }

  private change(part: Partial<DraftLineState>): void {
    this.current = { ...this.current, ...part }
    for (const listener of this.listeners) listener()
  }
}
