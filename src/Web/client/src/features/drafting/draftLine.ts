import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { applyUpdate, Doc } from 'yjs'
import { api } from '../../wire/api'
import { isNotInScope, isSignInRequired } from '../../wire/refusal'
import type { Saved } from '../compose/useDraft'
import { hasAll, lengthsOf } from './lostText'
import { stopOf, type Stop } from './draftStop'
import { PatientProvider } from './patientProvider'
import { UnsavedKeeper } from './unsavedKeeper'
import { forgetDraft, type Unsaved, type UnsavedOf } from './unsavedStore'

const askAgainMs = 2_000

/** A ticket is lost with the node that gave it; a draft that opens to no one of so many is refused. */
const deniedMax = 4

/** A node that hangs takes the connection and never opens it; the provider waits for as long as the browser does. */
const openMsMax = 8_000

export interface DraftLineState {
  /** The text has been read from the server at least once, or what was not saved before a reload is shown. */
  loaded: boolean
  connected: boolean
  /** What the server lets the person do; null before it has said. */
  right: 'write' | 'read' | null
  /** The server knows no such draft of this person's. */
  refused: boolean
  /** The line has ended with what this page holds, and why; null while it lives. */
  stopped: Stop | null
  /** After a restore the page may still go on: until it is compared with the server's draft it takes letters. */
  comparing: boolean
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
 * that means committed. Where the server takes nothing more of this page the line ends, and the text stays on the page.
 */
export class DraftLine {
  readonly provider: PatientProvider
  private readonly socket: HocuspocusProviderWebsocket
  private readonly keeper: UnsavedKeeper | null
  private readonly listeners = new Set<() => void>()
  private opening: ReturnType<typeof setTimeout> | undefined
  private showing: ReturnType<typeof setTimeout> | undefined
  private asked = 0
  /** Whether the last request for a ticket was granted. */
  private hasTicket = false
  /** Tickets denied since the draft was last open. */
  private denied = 0
  private ended = false
  private synced = false
  /** In which life of the server's data the text was read. */
  private epoch: string | null
  private readonly clientsBefore: number[]
  /** How far the text was when all of it was saved. */
  private savedUpTo: ReadonlyMap<number, number> = new Map()
  private current: DraftLineState = { loaded: false, connected: false, right: null, refused: false, stopped: null, comparing: false, saved: { state: 'clean', at: null } }

  /** @param kept Null for a draft of which nothing may stay at this browser. */
  constructor(documentId: string, private readonly kept: Kept | null) {
    const url = new URL('/api/drafting', window.location.href)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    this.socket = new HocuspocusProviderWebsocket({ url: url.toString(), maxDelay: 8_000, onStatus: ({ status }) => this.limitOpening(status) })
    const document = new Doc()
    // Before the line listens: the exchange of states sends what the server lacks.
    for (const { update } of kept?.found ?? []) applyUpdate(document, update)
    this.epoch = kept?.found.find(({ epoch }) => epoch)?.epoch ?? null
    this.clientsBefore = kept?.found.flatMap(({ client }) => client ?? []) ?? []
    this.keeper = kept && new UnsavedKeeper(kept.of, document, kept.found, () => this.epoch)
    // Who could write it may go on writing, until the server says otherwise.
    if (kept?.found.length) this.current = { ...this.current, loaded: true, right: 'write', saved: { state: 'saving', since: Date.now() } }
    this.provider = new PatientProvider({
      websocketProvider: this.socket,
      name: documentId,
      document,
      token: () => this.ticket(documentId),
      onStatus: ({ status }) => this.change({ connected: status === WebSocketStatus.Connected }),
      onAuthenticated: ({ scope }) => {
        this.denied = 0
        this.change({ right: scope === 'readonly' ? 'read' : 'write', refused: false })
      },
      onAuthenticationFailed: () => this.failed(),
      onClose: ({ event }) => {
        // A line that comes back shows a ticket by itself.
        clearTimeout(this.showing)
        this.stop(stopOf(event.code))
      },
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
    clearTimeout(this.opening)
    clearTimeout(this.showing)
    this.keeper?.end()
    this.provider.destroy()
    this.socket.destroy()
  }

  /** The client ids that what was typed on this page has, over reloads. */
  ownClients(): Set<number> {
    return new Set([...this.clientsBefore, this.provider.document.clientID])
  }

  /**
   * Goes on with this page's text where the server's new data has all of it that was ever saved, as after a fail-over that
   * lost nothing: what is not saved is then sent like any other change. False where something is lost.
   */
  goOn(server: Doc): boolean {
    if (this.current.stopped !== 'restored' || !hasAll(server, this.provider.document, this.ownClients(), this.savedUpTo)) {
      this.endComparing()
      return false
    }
    this.epoch = null
    this.change({ stopped: null, comparing: false })
    // A socket that is still closing calls itself connected, and comes again only where it is told so before it has closed.
    this.socket.shouldConnect = true
    void this.socket.connect()
    return true
  }

  /** The page is compared as it is now, or cannot be: what would be typed after that is nobody's to send. */
  endComparing(): void {
    if (this.current.comparing) this.change({ comparing: false })
  }

  /** Lets go of what the server does not take. */
  async giveUp(): Promise<void> {
    await this.keeper?.giveUp()
  }

  /**
   * The server knows no such draft of this person's. Where its data is not that which the text was read in, a restore may
   * have taken the draft itself: the line ends, and its text stays. Else the person may see it no longer.
   * @returns Whether the text stays; also when that was not known before the line was ended.
   */
  async lookWhyGone(): Promise<boolean> {
    const read = this.current.loaded ? this.epoch : null
    const now = read && await this.epochNow()
    if (now === read) this.lostFromSight()
    else if (now !== null) this.stop('restored')
    return now !== read
  }

  /** The answer that there is no such draft does not say it. Null when the line was ended before it was known. */
  private async epochNow(): Promise<string | null> {
    while (!this.ended) {
      try {
        return (await api.session()).epoch
      } catch {
        await new Promise((resolve) => setTimeout(resolve, askAgainMs))
      }
    }
    return null
  }

  /** A ticket opens the draft once. While the server cannot be asked the line waits with it. */
  private async ticket(documentId: string): Promise<string> {
    const asked = (this.asked += 1)
    this.hasTicket = false
    for (;;) {
      try {
        const { ticket, epoch } = await api.draftTicket(documentId)
        // The ticket of a line that has ended goes nowhere.
        if (this.current.loaded && this.epoch !== null && epoch && this.epoch !== epoch) this.stop('restored')
        else this.epoch = epoch ?? this.epoch
        this.hasTicket = true
        return ticket
      } catch (error) {
        if (isNotInScope(error)) {
          await this.lookWhyGone()
          // The server closes a line without a draft, which would come again only to ask once more.
          this.socket.disconnect()
        }
        if (this.ended || isNotInScope(error) || isSignInRequired(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, askAgainMs))
        // The line has come again meanwhile and asks for its own: each that was closed would go on asking.
        if (asked !== this.asked) return new Promise(() => {})
      }
    }
  }

  /**
   * Whether the person may open the draft is said by the request for a ticket. One that was given and is denied has been
   * lost: the provider itself shows no other.
   */
  private failed(): void {
    if (this.current.stopped) return this.change({ refused: false })
    this.denied += 1
    if (!this.hasTicket || this.denied >= deniedMax) return this.change({ refused: true })
    clearTimeout(this.showing)
    this.showing = setTimeout(() => void this.provider.open(), askAgainMs)
  }

  /** A socket that is closed before it has opened is a failed try to the provider, which makes the next. */
  private limitOpening(status: WebSocketStatus): void {
    clearTimeout(this.opening)
    if (status === WebSocketStatus.Connecting) this.opening = setTimeout(() => this.socket.webSocket?.close(), openMsMax)
  }

  private stop(why: Stop | null): void {
    // A restore takes more than what any other end is about.
    if (why === null || (this.current.stopped && why !== 'restored')) return
    // What was saved and is lost with the data has to outlive a reload as well.
    if (why === 'restored') this.keeper?.unsaved(false)
    clearTimeout(this.showing)
    this.socket.disconnect()
    // Whoever types sees no restore coming: a page that was locked meanwhile would drop their letters.
    const comparing = why === 'restored' && (this.current.comparing || this.current.stopped === null)
    this.change({ stopped: why, connected: false, comparing })
  }

  /** What was kept is no longer the person's to see. */
  private lostFromSight(): void {
    const { kept } = this
    if (kept) void this.keeper?.giveUp().then(() => forgetDraft(kept.of))
    if (!this.synced) this.change({ loaded: false })
  }

  private count(unsaved: number): void {
    const { saved } = this.current
    // The first exchange of states counts as one change; before it is over nothing was typed.
    if (!this.current.loaded) return
    if (unsaved > 0) {
      this.keeper?.unsaved(this.current.connected)
      this.change({ saved: { state: 'saving', since: saved.state === 'saving' ? saved.since : Date.now(), changes: unsaved } })
    } else if (saved.state === 'saving') {
      this.keeper?.saved()
      this.savedUpTo = lengthsOf(this.provider.document)
      this.change({ saved: { state: 'clean', at: new Date().toISOString() } })
    }
  }

  private change(part: Partial<DraftLineState>): void {
    this.current = { ...this.current, ...part }
    for (const listener of this.listeners) listener()
  }
}
