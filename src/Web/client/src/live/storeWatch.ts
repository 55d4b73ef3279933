/**
 * Whether the server can read its store, as its answers say. The socket may stay open all the while: a store that is
 * away is not a lost line.
 */
export type StoreState = { name: 'there' } | { name: 'away'; since: number }

export const probeMsMin = 2_000
const probeSpreadMs = 2_000

/** 503 when the store does not answer. */
const readyPath = '/health/ready'

/** Whether the server answers without its store. No answer at all is a lost line, which is said elsewhere. */
export const isStoreAwayNow = (): Promise<boolean> =>
  fetch(readyPath, { cache: 'no-store' }).then((answer) => answer.status === 503, () => false)

/** Once something said that the store is away, asks until it is back. All who ask at once cost the server one small read. */
export class StoreWatch {
  private state: StoreState = { name: 'there' }
  private timer: ReturnType<typeof setTimeout> | undefined
  private asking = false
  private readonly listeners = new Set<() => void>()

  current = (): StoreState => this.state

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Some answer said so, or the line cannot be made for a reason yet unknown: ask. */
  suspect = (): void => {
    if (this.state.name === 'there') void this.ask()
  }

  /** The server says that the store went away or came back: ask, but not with everybody else. */
  askIn = (ms: number): void => {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.ask(), ms)
  }

  askNow = (): void => {
    clearTimeout(this.timer)
    void this.ask()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.listeners.clear()
  }

  private async ask(): Promise<void> {
    if (this.asking) return
    this.asking = true
    const away = await isStoreAwayNow()
    this.asking = false
    if (away) {
      if (this.state.name === 'there') this.enter({ name: 'away', since: Date.now() })
      clearTimeout(this.timer)
      this.timer = setTimeout(() => void this.ask(), probeMsMin + Math.random() * probeSpreadMs)
    } else if (this.state.name === 'away') {
      clearTimeout(this.timer)
      this.enter({ name: 'there' })
    }
  }

  private enter(state: StoreState): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}
