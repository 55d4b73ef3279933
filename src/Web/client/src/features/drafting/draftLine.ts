import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { api } from '../../wire/api'
import { isNotInScope, isSignInRequired } from '../../wire/refusal'
import type { Saved } from '../compose/useDraft'
import { PatientProvider } from './patientProvider'

const ticketRetryMs = 2_000

export interface DraftLineState {
  /** The text has been read from the server at least once. */
  loaded: boolean
  connected: boolean
  /** What the server lets the person do; null before it has said. */
  right: 'write' | 'read' | null
  /** The server knows no such draft of this person's. */
  refused: boolean
  saved: Saved
}

/**
 * One draft's line to the server. What is typed while it is down stays in the document of this page and is sent when it is
 * back; "saved" is said when the server has acknowledged the last change, and that means committed.
 */
export class DraftLine {
  readonly provider: PatientProvider
  private readonly socket: HocuspocusProviderWebsocket
  private readonly listeners = new Set<() => void>()
  private ended = false
  private current: DraftLineState = { loaded: false, connected: false, right: null, refused: false, saved: { state: 'clean', at: null } }

  constructor(documentId: string) {
    const url = new URL('/api/drafting', window.location.href)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    this.socket = new HocuspocusProviderWebsocket({ url: url.toString(), maxDelay: 8_000 })
    this.provider = new PatientProvider({
      websocketProvider: this.socket,
      name: documentId,
      token: () => this.ticket(documentId),
      onStatus: ({ status }) => this.change({ connected: status === WebSocketStatus.Connected }),
      onAuthenticated: ({ scope }) => this.change({ right: scope === 'readonly' ? 'read' : 'write', refused: false }),
      onAuthenticationFailed: () => this.change({ refused: true }),
      onSynced: () => this.change({ loaded: true }),
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
    this.provider.destroy()
    this.socket.destroy()
  }

  /** A ticket opens the draft once. While the server cannot be asked the line waits with it. */
  private async ticket(documentId: string): Promise<string> {
    for (;;) {
      try {
        return (await api.draftTicket(documentId)).ticket
      } catch (error) {
        if (this.ended || isNotInScope(error) || isSignInRequired(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, ticketRetryMs))
      }
    }
  }

  private count(unsaved: number): void {
    const { saved } = this.current
    // The first exchange of states counts as one change; before it is over nothing was typed.
    if (!this.current.loaded) return
    if (unsaved > 0) this.change({ saved: saved.state === 'saving' ? saved : { state: 'saving', since: Date.now() } })
    else if (saved.state === 'saving') this.change({ saved: { state: 'clean', at: new Date().toISOString() } })
  }

  private change(part: Partial<DraftLineState>): void {
    this.current = { ...this.current, ...part }
    for (const listener of this.listeners) listener()
  }
}
