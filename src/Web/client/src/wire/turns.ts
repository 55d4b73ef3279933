import { cancelled } from './exchange'

/** So many at once; the others wait in the order in which they came. */
export class Turns {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(private readonly atOnceMax: number) {}

  /** Runs it when it is its turn. Fails with an AbortError, without running it, when it was ended before that. */
  async take<T>(act: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.running < this.atOnceMax) this.running++
    else await this.turn(signal)
    try {
      return await act()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }

  /** Whoever ends hands his place on. */
  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const come = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(come), 1)
        reject(cancelled())
      }
      if (signal.aborted) {
        reject(cancelled())
        return
      }
      signal.addEventListener('abort', leave, { once: true })
      this.waiting.push(come)
    })
  }
}
