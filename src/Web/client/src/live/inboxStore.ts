import { api } from '../wire/api'
import { boxes, type Behind, type Box, type CatchUpAnswer, type Filter, type InboxChange, type InboxChanged, type InboxItem } from '../wire/inbox'
import { UnknownOutcome } from '../wire/refusal'
import { applyCatchUp } from './applyCatchUp'
import { applyChanges } from './applyChanges'
import { isAhead, isOfSameInbox, isOlder, withPage } from './lists'
import { emptySnapshot, listKeyOf, type InboxSnapshot } from './snapshot'

export interface Arrivals {
  items: InboxItem[]
  /** True when they came while this device was away: one notice for all of them. */
  whileAway: boolean
  /** What the sender reminded of; none of them is new. */
  reminded: InboxItem[]
}

/** What a catch-up that succeeded knows. */
export interface CaughtUp {
  /** False when all was read afresh: nobody knows then what came in meanwhile. */
  counted: boolean
}

const bufferedPushesMax = 1_000
/** Each reading again has its reason: the second is rare, and a third is a server that contradicts itself. */
const pageReadsMax = 3

/** Holds the snapshot and decides when to apply, wait or catch up. Reads and pushes meet only here. */
export class InboxStore {
  private snapshot: InboxSnapshot | null = null
  private readonly official: number
  private readonly listeners = new Set<() => void>()
  private readonly arrivalListeners = new Set<(arrivals: Arrivals) => void>()
  private readonly touchListeners = new Set<(documents: Set<string>) => void>()
  private readonly caughtUpListeners = new Set<(caught: CaughtUp) => void>()
  private readonly moveListeners = new Set<(moved: ReadonlySet<Box>) => void>()
  private readonly loading = new Map<string, Promise<void>>()
  private waiting: InboxChanged[] = []
  /** Heads that the server told since the last refresh began. */
  private heads = new Map<number, number>()
  private refreshing: Promise<void> | null = null
  private reading = new AbortController()
  private retryTimer: ReturnType<typeof setTimeout> | undefined

  constructor(official: number) {
    this.official = official
  }

  current = (): InboxSnapshot | null => this.snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  onArrivals(listener: (arrivals: Arrivals) => void): () => void {
    this.arrivalListeners.add(listener)
    return () => this.arrivalListeners.delete(listener)
  }

  /** Told after each catch-up that succeeded, and after its arrivals. */
  onCaughtUp(listener: (caught: CaughtUp) => void): () => void {
    this.caughtUpListeners.add(listener)
    return () => this.caughtUpListeners.delete(listener)
  }

  /** Documents whose items changed, so that open pages can read them again. */
  onTouched(listener: (documents: Set<string>) => void): () => void {
    this.touchListeners.add(listener)
    return () => this.touchListeners.delete(listener)
  }

  /** Boxes that items came into, left or changed in, other than by arriving or being read. */
  onMoved(listener: (moved: ReadonlySet<Box>) => void): () => void {
    this.moveListeners.add(listener)
    return () => this.moveListeners.delete(listener)
  }

  stop(): void {
    clearTimeout(this.retryTimer)
  }

  push(pushed: InboxChanged): void {
    if (!this.snapshot || this.refreshing) {
      // Beyond the bound the oldest are dropped; the gap this leaves starts another catch-up.
      this.waiting = [...this.waiting, pushed].slice(-bufferedPushesMax)
      return
    }
    const applied = applyChanges(this.snapshot, pushed)
    this.set(applied.snapshot)
    this.touched(pushed.changes.map((change) => change.item))
    this.moved(movedIn(pushed.changes))
    if (applied.arrived.length + applied.reminded.length > 0) this.announce({ items: applied.arrived, whileAway: false, reminded: applied.reminded })
    if (applied.behind) void this.refresh()
  }

  /** The server says where a seat stands. Who is there already, or still reading, does not ask again for nothing. */
  behind(told: Behind): void {
    this.heads.set(told.seat, Math.max(told.head, this.heads.get(told.seat) ?? 0))
    if (this.snapshot && !this.refreshing && this.isBehind(this.snapshot)) void this.refresh()
  }

  private isBehind(snapshot: InboxSnapshot): boolean {
    return [...this.heads].some(([seat, head]) => (snapshot.cursors.get(seat) ?? -1) < head)
  }

  /** The line is back. A read that was under way when it broke may never be answered, so it is given up and made anew. */
  reconnected(): void {
    this.reading.abort()
    void (this.refreshing ?? Promise.resolve()).finally(() => void this.refresh())
  }

  /** First read, or catch-up from the positions that this device holds. Runs one at a time. */
  refresh(): Promise<void> {
    clearTimeout(this.retryTimer)
    this.refreshing ??= this.readHeads()
      .catch(() => {
        clearTimeout(this.retryTimer)
        this.retryTimer = setTimeout(() => void this.refresh(), 2_000 + Math.random() * 3_000)
      })
      .finally(() => {
        this.refreshing = null
        const waiting = this.waiting
        this.waiting = []
        if (!this.snapshot) {
          this.waiting = waiting
          return
        }
        for (const pushed of waiting) this.push(pushed)
        if (!this.refreshing && this.isBehind(this.snapshot)) void this.refresh()
      })
    return this.refreshing
  }

  private async readHeads(): Promise<void> {
    // What is told from here on may be later than what is read; what was told before is not.
    this.heads = new Map()
    this.reading = new AbortController()
    const { signal } = this.reading
    const snapshot = this.snapshot
    if (!snapshot) {
      const heads = await api.counters(signal)
      // A list may have been read in the meantime: what it brought must not be lost.
      if (this.snapshot && isAhead(this.snapshot, heads)) return this.readHeads()
      if (!this.snapshot) this.set(emptySnapshot(this.official, heads))
      this.caughtUp({ counted: false })
      return
    }
    const cursors = [...snapshot.cursors].map(([seat, position]) => ({ seat, position, epoch: snapshot.epoch }))
    const answer = await api.catchUp(cursors, signal)
    const caught = applyCatchUp(this.snapshot ?? snapshot, answer)
    const shown = [...snapshot.lists.values()]
    this.set(caught.snapshot)
    this.touched(answer.seats.flatMap((seat) => seat.changed))
    if (hasChanges(answer)) this.moved(new Set(boxes))
    if (caught.arrived.length > 0) this.announce({ items: caught.arrived, whileAway: true, reminded: [] })
    this.caughtUp({ counted: !caught.reloaded })
    // Not waited for: one that finds the data set back once more waits for the next catch-up. What cannot be read now is
    // read by whoever shows it.
    if (caught.reloaded) for (const list of shown) this.load(list.box, list.filter).catch(() => {})
  }

  /** Reads the first page of a list. */
  load(box: Box, filter: Filter): Promise<void> {
    return this.read(box, filter, undefined)
  }

  loadMore(box: Box, filter: Filter): Promise<void> {
    const next = this.snapshot?.lists.get(listKeyOf(box, filter))?.next
    return next ? this.read(box, filter, next) : Promise.resolve()
  }

  private read(box: Box, filter: Filter, after: string | undefined): Promise<void> {
    const key = listKeyOf(box, filter)
    const asked = `${key} ${after ?? ''}`
    const running = this.loading.get(asked)
    if (running) return running
    const reading = this.readPage(box, filter, after).finally(() => this.loading.delete(asked))
    this.loading.set(asked, reading)
    return reading
  }

  /** Ends when a page is taken that goes with the snapshot as it is by then, which may be another one than when it was asked for. */
  private async readPage(box: Box, filter: Filter, after: string | undefined): Promise<void> {
    for (let reads = 1; reads <= pageReadsMax; reads++) {
      const page = await api.inbox(box, filter, after)
      // The list was read afresh meanwhile, after a restore perhaps: what followed its former end is no part of it.
      if (after !== undefined && this.snapshot?.lists.get(listKeyOf(box, filter))?.next !== after) return
      if (!this.snapshot) this.set(emptySnapshot(this.official, page))
      const snapshot = this.snapshot!
      if (!isOfSameInbox(snapshot, page)) await this.untilCaughtUp()
      else if (!isOlder(snapshot, page)) {
        this.set(withPage(snapshot, box, filter, page))
        if (isAhead(snapshot, page)) void this.refresh()
        return
      }
    }
    throw new UnknownOutcome('the pages of the list contradict each other')
  }

  private untilCaughtUp(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.onCaughtUp(() => {
        stop()
        resolve()
      })
      void this.refresh()
    })
  }

  private set(snapshot: InboxSnapshot): void {
    if (snapshot === this.snapshot) return
    this.snapshot = snapshot
    for (const listener of this.listeners) listener()
  }

  private announce(arrivals: Arrivals): void {
    for (const listener of this.arrivalListeners) listener(arrivals)
  }

  private caughtUp(caught: CaughtUp): void {
    for (const listener of this.caughtUpListeners) listener(caught)
  }

  private touched(items: InboxItem[]): void {
    const documents = new Set(items.flatMap((item) => (item.documentId ? [item.documentId] : [])))
    if (documents.size > 0) for (const listener of this.touchListeners) listener(documents)
  }

  private moved(moved: ReadonlySet<Box>): void {
    if (moved.size > 0) for (const listener of this.moveListeners) listener(moved)
  }
}

const movedIn = (changes: InboxChange[]): Set<Box> =>
  new Set(changes.flatMap(({ kind, fromBox, item }) => (kind === 'moved' || kind === 'removed' ? [fromBox ?? item.box, item.box] : [])))

/** A catch-up does not say which box an item left: it may have been any. */
const hasChanges = ({ seats }: CatchUpAnswer): boolean => seats.some(({ resync, changed, removed }) => resync || changed.length + removed.length > 0)
