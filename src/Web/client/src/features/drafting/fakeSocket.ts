import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'

/** The draft that all is about. */
export const name = 'd'

/** For tests: the server's end of each connection of a draft's line. */
export class Socket extends EventTarget {
  static readonly OPEN = 1
  static all: Socket[] = []
  readyState = 0
  binaryType = ''
  readonly sent: Uint8Array[] = []

  constructor() {
    super()
    Socket.all.push(this)
  }

  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }

  close(): void {
    this.readyState = 2
  }

  opens(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }

  closes(code: number): void {
    this.readyState = 3
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason: '' }))
  }

  says(...numbers: (number | Uint8Array | string)[]): void {
    const encoder = createEncoder()
    writeVarString(encoder, name)
    for (const one of numbers) {
      if (typeof one === 'number') writeVarUint(encoder, one)
      else if (typeof one === 'string') writeVarString(encoder, one)
      else writeVarUint8Array(encoder, one)
    }
    this.dispatchEvent(new MessageEvent('message', { data: toUint8Array(encoder) }))
  }
}

const kinds: Record<number, string> = { 0: 'sync', 1: 'awareness', 2: 'ticket' }
const steps = ['first step', 'second step', 'update']

/** What was sent on a connection, in its order, without the carets. */
export function heard({ sent }: Socket): (string | undefined)[] {
  const frames = sent.map((frame) => {
    const decoder = createDecoder(frame)
    readVarString(decoder)
    const kind = kinds[readVarUint(decoder)]
    return kind === 'sync' ? steps[readVarUint(decoder)] : kind
  })
  return frames.filter((one) => one !== 'awareness')
}
