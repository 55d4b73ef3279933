import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr'
import type { BoardChanged } from '../wire/board'
import { call, observeRoundTrips } from '../wire/http'
import type { Behind, InboxChanged } from '../wire/inbox'
import { isConnected, nextLink, retryWaitMs, type Link, type LinkEvent } from './link'

export interface Pushes {
  InboxChanged: InboxChanged
  Behind: Behind
  BoardChanged: BoardChanged
  DocumentChanged: { documentId: string; position: number }
  DocumentClosed: { documentId: string }
  SignedOut: { reason: string }
  ServerLeaving: { reconnectAfterMs: number }
  StoreChanged: { away: boolean; askAfterMs: number }
}
type PushName = keyof Pushes
type Watched = 'Board' | 'Document'
const pushNames: PushName[] = ['InboxChanged', 'Behind', 'BoardChanged', 'DocumentChanged', 'DocumentClosed', 'SignedOut', 'ServerLeaving', 'StoreChanged']

/** A node speaks every 5 s. One that hangs keeps its sockets open: after two words missed it is given up, and another tried. */
const silenceMsMax = 15_000

/** The node gives this page up after 15 s of silence. */
const speakMsMax = 5_000

/** SignalR's own limit begins once the socket is open; a node that hangs takes the connection and never opens it. */
const openMsMax = 8_000

/** What the store could not answer is asked again after about so long, by pages that all failed together not all at once. */
const watchAgainMs = 3_000

/** A line is called slow until an answer comes quickly, and a page at which nobody does anything asks for none. */
const askWhileSlowMs = 10_000

/**
 * One socket for the whole page. It retries for ever with jitter; SignalR's own reconnect stays off,
 * because the person is told when the next try is and may ask for it now.
 */
export class LiveConnection {
  private hub: HubConnection | null = null
  /** The socket under the hub. */
  private socket: WebSocket | null = null
  private link: Link = { name: 'connecting', since: Date.now(), attempt: 0, first: true }
  private timer: ReturnType<typeof setTimeout> | undefined
  private asking: ReturnType<typeof setTimeout> | undefined
  private stopped = true
  private hintMs: number | null = null
  private readonly linkListeners = new Set<() => void>()
  private readonly pushListeners = new Map<PushName, Set<(push: never) => void>>()
  /** How many parts of the page watch each; a key is what is watched and its document. */
  private readonly watched = new Map<string, number>()
  /** Watches that failed, each with the timer of its next try. */
  private readonly again = new Map<string, ReturnType<typeof setTimeout>>()

  start(): void {
    if (!this.stopped) return
    this.stopped = false
    observeRoundTrips((ms) => this.step({ kind: 'roundTrip', ms }))
    window.addEventListener('online', this.tryNow)
    window.addEventListener('offline', this.onNetworkDown)
    void this.open()
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
    clearTimeout(this.asking)
    window.removeEventListener('online', this.tryNow)
    window.removeEventListener('offline', this.onNetworkDown)
    observeRoundTrips(() => {})
    this.drop()
  }

  current = (): Link => this.link

  onLink = (listener: () => void): (() => void) => {
    this.linkListeners.add(listener)
    return () => this.linkListeners.delete(listener)
  }

  on<N extends PushName>(name: N, listener: (push: Pushes[N]) => void): () => void {
    const listeners = this.pushListeners.get(name) ?? new Set()
    this.pushListeners.set(name, listeners)
    listeners.add(listener as (push: never) => void)
    return () => listeners.delete(listener as (push: never) => void)
  }

  /** Keeps a board, or where a document stands, watched over reconnects until the returned function is called. */
  watch(what: Watched, documentId: string): () => void {
    const key = `${what} ${documentId}`
    this.watched.set(key, (this.watched.get(key) ?? 0) + 1)
    this.begin(key)
    return () => {
      const left = (this.watched.get(key) ?? 1) - 1
      if (left > 0) this.watched.set(key, left)
      else {
        this.watched.delete(key)
        clearTimeout(this.again.get(key))
        this.again.delete(key)
        this.invoke(`Unwatch${what}`, documentId)?.catch(() => {})
      }
    }
  }

  /** Begins a new attempt also while one is under way: that one may be with a node that hangs. */
  tryNow = (): void => {
    if (this.stopped || isConnected(this.link)) return
    void this.open()
  }

  private onNetworkDown = (): void => {
    if (isConnected(this.link)) void this.hub?.stop()
  }

  private step(event: LinkEvent): void {
    const next = nextLink(this.link, event, Date.now())
    if (next === this.link) return
    this.link = next
    this.askWhileSlow()
    for (const listener of this.linkListeners) listener()
  }

  private askWhileSlow(): void {
    clearTimeout(this.asking)
    if (this.stopped || this.link.name !== 'slow') return
    this.asking = setTimeout(() => void call('/api/session').catch(() => {}).finally(() => this.askWhileSlow()), askWhileSlowMs)
  }

  private async open(): Promise<void> {
    if (this.stopped) return
    clearTimeout(this.timer)
    this.drop()
    this.step({ kind: 'trying' })
    const hub = this.build()
    this.hub = hub
    let tooLong: ReturnType<typeof setTimeout> | undefined
    const isOpen = await Promise.race([
      hub.start().then(() => true, () => false),
      new Promise<boolean>((resolve) => (tooLong = setTimeout(() => resolve(false), openMsMax))),
    ])
    clearTimeout(tooLong)
    // It was dropped meanwhile: whether it opens or fails is of no matter any more.
    if (this.hub !== hub) return void hub.stop()
    if (!isOpen) {
      this.drop()
      this.planRetry()
      return
    }
    this.step({ kind: 'opened' })
    for (const key of this.watched.keys()) this.begin(key)
  }

  private build(): HubConnection {
    const taken = (socket: WebSocket) => (this.socket = socket)
    const Socket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols)
        taken(this)
      }
    }
    // Without negotiation: behind a proxy its two requests may reach two nodes, and the second knows nothing of the first.
    // That a socket may be given is in the library's options and not in their type.
    const options = { transport: HttpTransportType.WebSockets, skipNegotiation: true, WebSocket: Socket }
    const hub = new HubConnectionBuilder()
      .withUrl('/live', options)
      .configureLogging(LogLevel.None)
      .build()
    hub.serverTimeoutInMilliseconds = silenceMsMax
    hub.keepAliveIntervalInMilliseconds = speakMsMax
    for (const name of pushNames) hub.on(name, (push: Pushes[PushName]) => this.hub === hub && this.received(name, push))
    hub.onclose(() => this.lost(hub))
    return hub
  }

  /** A hub that is stopped while it connects leaves its socket to itself, and browsers open no second one to a host meanwhile. */
  private drop(): void {
    const { hub, socket } = this
    this.hub = null
    this.socket = null
    if (socket?.readyState === WebSocket.CONNECTING) socket.close()
    void hub?.stop()
  }

  private received(name: PushName, push: Pushes[PushName]): void {
    if (name === 'ServerLeaving') this.hintMs = (push as Pushes['ServerLeaving']).reconnectAfterMs
    for (const listener of this.pushListeners.get(name) ?? []) (listener as (push: unknown) => void)(push)
  }

  private lost(hub: HubConnection): void {
    if (this.hub !== hub || this.stopped) return
    this.step({ kind: 'lost' })
    const waitMs = this.hintMs ?? Math.round(Math.random() * 1_000)
    this.hintMs = null
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.open(), waitMs)
  }

  private planRetry(): void {
    const attempt = this.link.name === 'offline' || this.link.name === 'connecting' ? this.link.attempt : 0
    const waitMs = retryWaitMs(attempt, Math.random())
    this.step({ kind: 'failed', waitMs })
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.open(), waitMs)
  }

  /** A watch that fails is asked for again, and after a reconnect every one is; one that is refused is not: that is an answer. */
  private begin(key: string): void {
    const { hub } = this
    const [what, documentId] = key.split(' ')
    this.invoke(`Watch${what}`, documentId!)?.catch(() => {
      if (this.hub !== hub || !this.watched.has(key)) return
      clearTimeout(this.again.get(key))
      const waitMs = watchAgainMs * (0.75 + Math.random() / 2)
      this.again.set(key, setTimeout(() => this.hub === hub && this.begin(key), waitMs))
    })
  }

  private invoke(method: string, argument: string): Promise<unknown> | undefined {
    return this.hub?.state === HubConnectionState.Connected ? this.hub.invoke(method, argument) : undefined
  }
}
