import type { StoredFile } from './documents'
import { cancelled, exchange } from './exchange'
import { senderHeaders } from './http'
import { isForNow, Refusal, UnknownOutcome } from './refusal'
import { Turns } from './turns'

export const uploadBytesMax = 20 * 1024 * 1024

/** What a line that breaks costs at most, also behind a proxy that passes on whole requests alone. */
export const partBytesMax = 512 * 1024

const waitMsMin = 1_000
const waitMsMax = 15_000
/** Of one page: a bad line is not divided further, the browser keeps lines for other requests, and two files are in memory. */
const turns = new Turns(2)
const tus = { 'Tus-Resumable': '1.0.0' }

export interface Going {
  /** How much of the file is at the server or on its way there, 0 to 1. */
  share: number
  /** The line is broken or the server away: it goes on by itself, from what the server has. */
  waits: boolean
}

export interface Upload {
  done: Promise<StoredFile>
  /** Gives it up: the server forgets what it has. */
  cancel: () => void
  /** Ends it here and leaves at the server what is there: the same file goes on from it. */
  leave: () => void
}

/**
 * Sends a file in parts, as the tus protocol 1.0.0 has it, for as long as it takes: a broken line, a node that dies and a server that is
 * busy are waited out, and each time the server says from where on. Fails with the refusal of what is not taken, or with an
 * AbortError once it was ended.
 */
export function upload(file: File, onGoing: (going: Going) => void): Upload {
  const end = new AbortController()
  const sending = new Sending(file, end.signal, onGoing)
  return {
    done: turns.take(() => sending.run(), end.signal),
    leave: () => end.abort(),
    cancel: () => {
      end.abort()
      sending.forget()
    },
  }
}

class Sending {
  private readonly finishKey = crypto.randomUUID()
  private hash = ''
  /** Where the server has it; null where it did not say so. */
  private path: string | null = null
  private offset = 0
  private failures = 0

  constructor(
    private readonly file: File,
    private readonly signal: AbortSignal,
    private readonly onGoing: (going: Going) => void,
  ) {}

  async run(): Promise<StoredFile> {
    this.hash = await sha256(this.file)
    for (;;) {
      try {
        return await this.attempt()
      } catch (error) {
        if (this.signal.aborted) throw cancelled()
        if (!this.passes(error)) throw error
        this.tell(this.offset, true)
        await pause(Math.min(waitMsMin * 2 ** this.failures++, waitMsMax), this.signal)
      }
    }
  }

  forget(): void {
    if (!this.path) return
    // What does not reach the server is swept away there.
    fetch(this.path, { method: 'DELETE', headers: { ...tus, ...senderHeaders() }, keepalive: true }).catch(() => {})
    this.path = null
  }

  /** Begun again, the same file is the same upload: the server says how far it is. */
  private async attempt(): Promise<StoredFile> {
    this.path = null
    const path = (this.path = await this.begin())
    this.tell(this.offset, false)
    while (this.offset < this.file.size) {
      this.offset = await this.send(path)
      this.failures = 0
    }
    const { text } = await exchange(`${path}/finish`, { method: 'POST', headers: { 'Idempotency-Key': this.finishKey }, signal: this.signal })
    return JSON.parse(text) as StoredFile
  }

  private async begin(): Promise<string> {
    const metadata = `filename ${base64(this.file.name.normalize('NFC'))},sha256 ${base64(this.hash)}`
    const headers = { ...tus, 'Upload-Length': String(this.file.size), 'Upload-Metadata': metadata }
    const answer = await exchange('/api/uploads', { method: 'POST', headers, signal: this.signal })
    const path = answer.header('Location')
    if (!path) throw new UnknownOutcome('no place')
    this.offset = offsetOf(answer)
    return path
  }

  private async send(path: string): Promise<number> {
    const from = this.offset
    // Read before it is sent: a file that was changed or moved meanwhile fails here, and no line is waited for in vain.
    const body = await this.file.slice(from, from + partBytesMax).arrayBuffer()
    const headers = { ...tus, 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream' }
    return offsetOf(await exchange(path, { method: 'PATCH', headers, body, signal: this.signal, onSent: (bytes) => this.tell(from + bytes, false) }))
  }

  /** Whether it goes on after this. */
  private passes(error: unknown): boolean {
    if (error instanceof UnknownOutcome || isForNow(error)) return true
    if (!(error instanceof Refusal)) return false
    // It stands elsewhere than this page thinks, came too slowly for a proxy, or was swept or given up in another tab.
    return error.code === 'changedMeanwhile' || error.status === 408 || (error.status === 404 && this.path !== null)
  }

  private tell(bytes: number, waits: boolean): void {
    this.onGoing({ share: bytes / this.file.size, waits })
  }
}

function offsetOf({ header }: { header: (name: string) => string | null }): number {
  const offset = Number.parseInt(header('Upload-Offset') ?? '', 10)
  if (Number.isNaN(offset)) throw new UnknownOutcome('no offset')
  return offset
}

async function sha256(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** Until the time is over, or the browser says that there is a line again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer)
      window.removeEventListener('online', over)
      signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, milliseconds)
    window.addEventListener('online', over)
    signal.addEventListener('abort', over)
  })
}
