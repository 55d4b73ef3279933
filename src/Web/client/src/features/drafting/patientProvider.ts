import { HocuspocusProvider } from '@hocuspocus/provider'

/** A word that has been open for so long without a key is no longer being typed. */
const restMs = 10_000
/** The editor reads the composed word from the page a moment after the browser has ended it. */
const settleMs = 50

/**
 * Lets the word that is being composed be finished before anybody else's change comes onto the page: a change in the same
 * line replaces the very text that the input method holds on to, and the word is then written twice
 * (https://github.com/yjs/y-prosemirror/issues/107). One's own changes go out at once.
 */
export class PatientProvider extends HocuspocusProvider {
  private readonly waiting: MessageEvent[] = []
  private composing = false
  private timer: ReturnType<typeof setTimeout> | undefined

  override onMessage(event: MessageEvent): void {
    if (this.composing || this.waiting.length > 0) this.waiting.push(event)
    else super.onMessage(event)
  }

  /** To be told of every composition event of the editor's page. */
  readonly onComposition = ({ type }: Event): void => {
    const ended = type === 'compositionend'
    this.composing = true
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.goOn(), ended ? settleMs : restMs)
  }

  /** What waited belongs to a line that is no more; the next one begins with what each side has. */
  override onClose(): void {
    this.waiting.length = 0
    super.onClose()
  }

  override destroy(): void {
    clearTimeout(this.timer)
    this.waiting.length = 0
    super.destroy()
  }

  private goOn(): void {
    this.composing = false
    for (const event of this.waiting.splice(0)) super.onMessage(event)
  }
}
