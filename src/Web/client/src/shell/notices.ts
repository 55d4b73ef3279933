import type { LucideIcon } from 'lucide-react'

export interface Words {
  key: string
  params?: Record<string, string | number>
}

export interface Toast {
  id: number
  icon: LucideIcon
  tone: 'ok' | 'info' | 'classified' | 'warn'
  title: Words
  text?: Words
  /** The toast stays where it answers false: what was asked for did not take. */
  action?: { words: Words; run: () => unknown }
  /** Identical ones merge and count. */
  mergeKey?: string
  count: number
  /** Stays until handled: it carries an action that is needed, or a problem. */
  sticky: boolean
  /** The title counts down to this moment. */
  until?: number
}

export interface Arrival {
  id: string
  at: string
  href: string
  title: Words | string
  text: string
  classified: boolean
}

const toastsShownMax = 3
const arrivalsKeptMax = 50

const mayGo = (toast: Toast) => toast.until === undefined && toast.tone !== 'warn'

/** What asks for the person's eye: toasts in the corner and the bell's list. Nothing of it is stored. */
export class Notices {
  private state: { toasts: readonly Toast[]; arrivals: readonly Arrival[]; unseen: number } = { toasts: [], arrivals: [], unseen: 0 }
  private readonly listeners = new Set<() => void>()
  private lastId = 0

  current = () => this.state

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  toast(toast: Omit<Toast, 'id' | 'count'> & { id?: number }): number {
    const same = this.state.toasts.find((one) => toast.mergeKey !== undefined && one.mergeKey === toast.mergeKey)
    const id = same?.id ?? toast.id ?? ++this.lastId
    const next: Toast = { ...toast, id, count: (same?.count ?? 0) + 1 }
    const others = this.state.toasts.filter((one) => one.id !== id)
    // The oldest that may leave by itself makes room, then the oldest that nobody misses: the way to undo and a problem stay.
    while (others.length >= toastsShownMax) {
      const leaving = others.find((one) => !one.sticky) ?? others.find(mayGo)
      if (!leaving) break
      others.splice(others.indexOf(leaving), 1)
    }
    const toasts = [...others, next]
    this.set({ ...this.state, toasts })
    return id
  }

  dismiss(id: number): void {
    this.set({ ...this.state, toasts: this.state.toasts.filter((toast) => toast.id !== id) })
  }

  arrived(arrivals: Arrival[]): void {
    const kept = [...arrivals, ...this.state.arrivals].slice(0, arrivalsKeptMax)
    this.set({ ...this.state, arrivals: kept, unseen: this.state.unseen + arrivals.length })
  }

  seen(): void {
    if (this.state.unseen > 0) this.set({ ...this.state, unseen: 0 })
  }

  private set(state: typeof this.state): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

export const notices = new Notices()
