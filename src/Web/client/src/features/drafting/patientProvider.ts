import { HocuspocusProvider } from '@hocuspocus/provider'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array, type Encoder } from 'lib0/encoding'
import { splitUpdate } from './splitUpdate'

/** A word that has been open for so long without a key is no longer being typed. */
const restMs = 10_000
/** The editor reads the composed word from the page a moment after the browser has ended it. */
const settleMs = 50
/** The server takes a million bytes at once; half of that leaves room, and nobody waits long for the first part. */
const updateBytesMax = 500_000

const sync = 0
const secondStep = 1

type Send = HocuspocusProvider['send']

/** What the server asked for, where it is too much for one frame: as much of it as one holds, and what must follow. */
function partsOf(frame: Uint8Array): { first: Encoder; others: Uint8Array[] } | null {
  const decoder = createDecoder(frame)
  const name = readVarString(decoder)
  if (readVarUint(decoder) !== sync || readVarUint(decoder) !== secondStep) return null
  const [begin, ...others] = splitUpdate(readVarUint8Array(decoder), updateBytesMax)
  if (!begin || others.length === 0) return null
  const first = createEncoder()
  writeVarString(first, name)
  writeVarUint(first, sync)
  writeVarUint(first, secondStep)
  writeVarUint8Array(first, begin)
  return { first, others }
}

/**
 * Lets the word that is being composed be finished before anybody else's change comes onto the page: a change in the same
 * line replaces the very text that the input method holds on to, and the word is then written twice
 * (https://github.com/yjs/y-prosemirror/issues/107). One's own changes go out at once, and what is too much for one frame
 * in several: a large paste, a version brought back, hours without a connection.
 */
export class PatientProvider extends HocuspocusProvider {
  private readonly waiting: MessageEvent[] = []
  private composing = false
  private timer: ReturnType<typeof setTimeout> | undefined

  override onMessage(event: MessageEvent): void {
    if (this.composing || this.waiting.length > 0) this.waiting.push(event)
    else super.onMessage(event)
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (origin === this) return
    for (const part of splitUpdate(update, updateBytesMax)) super.documentUpdateHandler(part, origin)
  }

  /**
   * What is said to a closed line would wait for the next one. That one begins with all that the server lacks: it would hear
   * it twice, acknowledge it twice, and the page would call saved what is still on its way.
   */
  override send(message: Parameters<Send>[0], args: Parameters<Send>[1]): void {
    if (this.configuration.websocketProvider.webSocket?.readyState !== WebSocket.OPEN) return
    const { encoder } = args as { encoder?: Encoder }
    const parts = encoder && partsOf(toUint8Array(encoder))
    super.send(message, parts ? { encoder: parts.first } : args)
    for (const part of parts?.others ?? []) super.documentUpdateHandler(part, null)
  }

  /** A ticket is for the line that it was asked for. The next one asks for its own: with two it would say everything twice. */
  override async getToken(): Promise<string | null> {
    const { websocketProvider } = this.configuration
    const line = websocketProvider.webSocket
    const token = await super.getToken()
    return websocketProvider.webSocket === line ? token : new Promise(() => {})
  }

  /** Shows a ticket on a line that is open already, and begins as on a new one: what was said before it was let in was not heard. */
  async open(): Promise<void> {
    await this.sendToken()
    this.startSync()
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
