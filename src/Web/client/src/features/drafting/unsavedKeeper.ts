import { encodeStateAsUpdate, type Doc } from 'yjs'
import { forget, keep, type Unsaved, type UnsavedOf } from './unsavedStore'

/** What the server acknowledges sooner than this is not worth keeping. */
const acknowledgedMs = 1_000

/**
 * Keeps over a reload what a person has typed and the server has not acknowledged: the whole draft once, then each change,
 * until all is saved. Kept are only the ids that this page wrote or read: another tab keeps its own.
 */
export class UnsavedKeeper {
  private ids: number[]
  private work: Promise<void> = Promise.resolve()
  private keeping: boolean
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @param epoch In which life of the server's data the page has read the draft, as far as it knows now. */
  constructor(private readonly of: UnsavedOf, private readonly doc: Doc, found: Unsaved[], private readonly epoch: () => string | null) {
    this.ids = found.map((one) => one.id)
    this.keeping = found.length > 0
    doc.on('update', this.onUpdate)
    window.addEventListener('pagehide', this.keepAll)
  }

  /** Something was typed that is not saved. Without a line it is kept at once: a page that is left has no time to. */
  unsaved(connected: boolean): void {
    if (this.keeping) return
    this.timer ??= setTimeout(this.keepAll, acknowledgedMs)
    if (!connected) this.keepAll()
  }

  /** Everything is with the server. */
  saved(): void {
    this.stopWaiting()
    this.keeping = false
    this.then(() => forget(this.ids.splice(0)))
  }

  end(): void {
    this.keepAll()
    this.doc.off('update', this.onUpdate)
    window.removeEventListener('pagehide', this.keepAll)
  }

  /** Ends with everything that was begun; nothing stays when all was given up. */
  async giveUp(): Promise<void> {
    this.saved()
    this.end()
    await this.work
  }

  private readonly onUpdate = (update: Uint8Array): void => {
    if (this.keeping) this.put(update)
  }

  private readonly keepAll = (): void => {
    if (this.timer === undefined) return
    this.stopWaiting()
    this.keeping = true
    this.put(encodeStateAsUpdate(this.doc))
  }

  private stopWaiting(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private put(update: Uint8Array): void {
    this.then(async () => {
      const id = await keep(this.of, update, { epoch: this.epoch(), client: this.doc.clientID })
      if (id !== null) this.ids.push(id)
    })
  }

  private then(act: () => Promise<void>): void {
    this.work = this.work.then(act)
  }
}
