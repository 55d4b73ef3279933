// How long a word is on its way from one editor to another, which are in this process both.
import * as Y from 'yjs'

export class Delays {
  #sentAt = new Map()
  #delays = []
  #timer

  /** The first types a word every so many milliseconds, until the end. */
  constructor(from, to, every) {
    from.paragraph()
    to.document.on('update', this.#see)
    this.#timer = setInterval(() => {
      this.#sentAt.set(`${from.document.clientID} ${Y.getState(from.document.store, from.document.clientID)}`, performance.now())
      from.type(1)
    }, every)
  }

  #see = (update) => {
    const now = performance.now()
    for (const { id } of Y.decodeUpdate(update).structs) {
      const key = `${id.client} ${id.clock}`
      if (this.#sentAt.has(key)) this.#delays.push(now - this.#sentAt.get(key))
      this.#sentAt.delete(key)
    }
  }

  /** Types no more; what was seen so far, in milliseconds. */
  end() {
    clearInterval(this.#timer)
    const seen = this.#delays.toSorted((a, b) => a - b)
    return { seen: seen.length, unseen: this.#sentAt.size, p50: seen[seen.length >> 1] ?? 0, p99: seen[Math.floor(seen.length * 0.99)] ?? 0, max: seen.at(-1) ?? 0 }
  }
}
