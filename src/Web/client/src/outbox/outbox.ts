import { call, isUnanswered } from '../wire/http'
import type { Ack } from '../wire/documents'
import { isForNow, isStoreAway, Refusal, UnknownOutcome } from '../wire/refusal'

/** What is being done, in words of the i18n files. */
export interface ActLabel {
  key: string
  params?: Record<string, string | number>
}

export interface Command {
  /** Made when the form opens; the server records one effect for it, however often it is sent. */
  key: string
  path: string
  method?: 'POST' | 'PUT'
  body?: unknown
  actingSeat?: number
  label: ActLabel
  /** Reported by the page itself, such as reading: it waits like an act but is not talked about. */
  quiet?: boolean
  /** The inbox item that this act is about, so that its row can say that it waits. */
  itemKey?: string
}

export type Phase =
  | { name: 'held'; sendAt: number }
  /**
   * For the line, or since this instant for the server's store, which has refused it definitely. It is unwanted when the
   * person took it back while it was under way again: the next definite refusal ends it.
   */
  | { name: 'waiting'; storeSince?: number; unwanted?: true }
  | { name: 'sending'; since: number }
  /** Was sent, and nobody knows yet whether it was recorded. It is sent again with the same key. */
  | { name: 'unknown'; since: number }

export interface Entry {
  command: Command
  phase: Phase
}

/** What the server has answered an act; without an error it is recorded. */
export interface Settled {
  command: Command
  error?: unknown
}

export class Withdrawn extends Error {}

interface Running extends Entry {
  ended: Promise<Ack>
  resolve: (ack: Ack) => void
  reject: (error: unknown) => void
  timer?: ReturnType<typeof setTimeout>
  wake?: () => void
  /** A request is under way: what becomes of it is not known yet. */
  inFlight?: boolean
}

export const undoMs = 10_000
const resendMsMax = 15_000
const busyRetriesMax = 4

/**
 * Every act leaves through here: it is queued while there is no line or no store, sent again under one key until the
 * server has answered, and held back first where the person may undo it.
 */
export class Outbox {
  private entries: readonly Running[] = []
  private readonly listeners = new Set<() => void>()
  private readonly settledListeners = new Set<(settled: Settled) => void>()
  private online = true

  current = (): readonly Entry[] => this.entries

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Told of each act that the server has recorded or refused, before it leaves the entries. */
  onSettled(listener: (settled: Settled) => void): () => void {
    this.settledListeners.add(listener)
    return () => this.settledListeners.delete(listener)
  }

  setOnline(online: boolean): void {
    if (this.online === online) return
    this.online = online
    if (online) for (const entry of this.entries) entry.wake?.()
  }

  /** The store is back: what waits for it need not wait longer. */
  wake(): void {
    for (const entry of this.entries) if (entry.phase.name === 'waiting') entry.wake?.()
  }

  send(command: Command): Promise<Ack> {
    return this.add(command, this.online ? { name: 'sending', since: Date.now() } : { name: 'waiting' }, (entry) => void this.run(entry))
  }

  /** Sends after the undo time; until then withdraw() leaves no trace anywhere. */
  hold(command: Command): Promise<Ack> {
    return this.add(command, { name: 'held', sendAt: Date.now() + undoMs }, (entry) => {
      entry.timer = setTimeout(() => void this.run(entry), undoMs)
    })
  }

  /**
   * Takes back what never left this device, or what the server has refused for now. What may be recorded stays (false);
   * of that, what is refused once more is not sent again.
   */
  withdraw(key: string): boolean {
    const entry = this.entries.find((one) => one.command.key === key)
    if (!entry || (entry.phase.name !== 'held' && entry.phase.name !== 'waiting')) return false
    if (entry.inFlight) {
      if (entry.phase.name === 'waiting') this.enter(entry, { ...entry.phase, unwanted: true })
      return false
    }
    clearTimeout(entry.timer)
    this.remove(entry)
    entry.reject(new Withdrawn())
    return true
  }

  /** The person leaves for good: nothing is taken back any longer, and what is refused can still be said. */
  sendHeld(): void {
    for (const entry of this.entries) {
      if (entry.phase.name !== 'held') continue
      clearTimeout(entry.timer)
      void this.run(entry)
    }
  }

  /** The page goes away: what was only held back for undo is sent now, and outlives the page. */
  flushHeld(): void {
    for (const entry of this.entries) {
      if (entry.phase.name !== 'held') continue
      clearTimeout(entry.timer)
      const { path, method = 'POST', body, key, actingSeat } = entry.command
      void call<Ack>(path, { method, body, key, actingSeat, keepalive: true }).then(entry.resolve, () => {})
    }
  }

  /** What is under way already, asked for by a page that was opened since, is not sent beside itself. */
  private add(command: Command, phase: Phase, begin: (entry: Running) => void): Promise<Ack> {
    const running = this.entries.find((one) => one.command.key === command.key)
    if (running) return running.ended
    const entry = { command, phase } as Running
    entry.ended = new Promise<Ack>((resolve, reject) => Object.assign(entry, { resolve, reject }))
    this.entries = [...this.entries, entry]
    begin(entry)
    this.changed()
    return entry.ended
  }

  private async run(entry: Running): Promise<void> {
    let tries = 0
    let busy = 0
    while (this.entries.includes(entry)) {
      if (!this.online) {
        this.enter(entry, isUnanswered(entry.command.key) ? { name: 'unknown', since: Date.now() } : { name: 'waiting' })
        await new Promise<void>((wake) => (entry.wake = wake))
        continue
      }
      if (tries === 0) this.enter(entry, { name: 'sending', since: Date.now() })
      try {
        tries++
        entry.inFlight = true
        const { path, method = 'POST', body, key, actingSeat } = entry.command
        const ack = await call<Ack>(path, { method, body: body ?? {}, key, actingSeat }).finally(() => (entry.inFlight = false))
        this.settle(entry, {})
        entry.resolve(ack)
        return
      } catch (error) {
        if (entry.phase.name === 'waiting' && entry.phase.unwanted && error instanceof Refusal) {
          this.remove(entry)
          entry.reject(new Withdrawn())
          return
        }
        const unknown = isUnknown(error, entry.command.key)
        const retryMs = unknown || isStoreAway(error) || (isForNow(error) && busy < busyRetriesMax) ? waitMs(error, tries) : null
        if (retryMs === null) {
          this.settle(entry, { error })
          entry.reject(error)
          return
        }
        if (unknown) {
          if (entry.phase.name !== 'unknown') this.enter(entry, { name: 'unknown', since: Date.now() })
        } else if (isStoreAway(error)) {
          if (entry.phase.name === 'sending') this.enter(entry, { name: 'waiting', storeSince: Date.now() })
        } else busy++
        await new Promise<void>((wake) => {
          entry.wake = wake
          setTimeout(wake, retryMs)
        })
      }
    }
  }

  private enter(entry: Running, phase: Phase): void {
    entry.phase = phase
    this.entries = [...this.entries]
    this.changed()
  }

  private settle(entry: Running, answer: Omit<Settled, 'command'>): void {
    for (const listener of this.settledListeners) listener({ command: entry.command, ...answer })
    this.remove(entry)
  }

  private remove(entry: Running): void {
    this.entries = this.entries.filter((one) => one !== entry)
    this.changed()
  }

  private changed(): void {
    for (const listener of this.listeners) listener()
  }
}

/** Once unknown it stays so: what the server cannot look at now says nothing about the sending before it, however often it is said. */
const isUnknown = (error: unknown, key: string): boolean => error instanceof UnknownOutcome || (isForNow(error) && isUnanswered(key))

/** However long it takes: the server is asked until it has answered, or the person takes back what they may. */
function waitMs(error: unknown, tries: number): number {
  const backoff = Math.min(resendMsMax, 500 * 2 ** Math.min(tries, 8)) * (0.5 + Math.random())
  if (error instanceof UnknownOutcome) return error.retryAfterMs ?? backoff
  const askedMs = error instanceof Refusal ? error.problem.retryAfterMs : undefined
  return isStoreAway(error) ? Math.max(backoff, askedMs ?? 0) : (askedMs ?? backoff)
}
