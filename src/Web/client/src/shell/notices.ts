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
  /** The title itself has the count of what it tells of: merged, the counts are added up. */
  sums?: boolean
  count: number
  /** Stays until handled: it carries an action that is needed, or a problem. */
  sticky: boolean
  /** The title counts down to this moment. */
  until?: number
}

export interface Arrival {
  id: string
  /** The key of the item that arrived. */
  item: string
  at: string
  href: string
  title: Words | string
  text: string
  classified: boolean
}

const toastsShownMax = 3
const arrivalsKeptMax = 50

const mayGo = (toast: Toast) => toast.until === undefined && toast.tone !== 'warn'

const countOf = ({ params }: Words) => Number(params?.count ?? 0)

const summed = (one: Words, other: Words): Words => ({ ...other, params: { ...other.params, count: countOf(one) + countOf(other) } })

/** What asks for the person's eye: toasts in the corner and the bell's list. Nothing of it is stored. */
export class Notices {
  private state: { toasts: readonly Toast[]; arrivals: readonly Arrival[]; unseen: number } = { toasts: [], arrivals: [], unseen: 0 }
  private readonly listeners = new Set<() => void>()
  private readonly unseenItems = new Set<string>()
  private lastId = 0

  current = () => this.state

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  toast(toast: Omit<Toast, 'id' | 'count'> & { id?: number }): number {
    const same = this.state.toasts.find((one) => toast.mergeKey !== undefined && one.mergeKey === toast.mergeKey)
    const id = same?.id ?? toast.id ?? ++this.lastId
    const title = same && toast.sums ? summed(same.title, toast.title) : toast.title
    const next: Toast = { ...toast, title, id, count: (same?.count ?? 0) + 1 }
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

  /** Takes back the act that was held last; false where nothing is held. */
  undo(): boolean {
    const held = this.state.toasts.findLast(({ until }) => until !== undefined)
    if (held?.action && held.action.run() !== false) this.dismiss(held.id)
    return held !== undefined
  }

  dismiss(id: number): void {
    this.set({ ...this.state, toasts: this.state.toasts.filter((toast) => toast.id !== id) })
  }

  arrived(arrivals: Arrival[]): void {
    const kept = [...arrivals, ...this.state.arrivals].slice(0, arrivalsKeptMax)
    for (const { item } of arrivals) this.unseenItems.add(item)
    this.set({ ...this.state, arrivals: kept, unseen: this.unseenItems.size })
  }

  /** Of what the bell counts only this still asks for the eye. */
  keepUnseen(isUnseen: (item: string) => boolean): void {
    for (const item of this.unseenItems) if (!isUnseen(item)) this.unseenItems.delete(item)
    if (this.unseenItems.size !== this.state.unseen) this.set({ ...this.state, unseen: this.unseenItems.size })
  }

  seen(): void {
    this.keepUnseen(() => false)
  }

  private set(state: typeof this.state): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

export const notices = new Notices()
