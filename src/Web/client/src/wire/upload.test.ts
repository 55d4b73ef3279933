import { webcrypto } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stillMsMax } from './exchange'
import { Refusal } from './refusal'
import { partBytesMax, upload, type Going } from './upload'

/** A server that keeps parts, on a line that can be cut. */
const server = {
  uploads: new Map<string, { size: number; bytes: Buffer; metadata: string }>(),
  asked: [] as string[],
  sent: 0,
  /** What happens to the next request in place of an answer: so many bytes arrive and the line breaks, or nothing at all comes. */
  next: [] as (((request: FakeRequest) => void) | null)[],
}

class FakeRequest {
  upload: { onprogress?: (event: { loaded: number }) => void } = {}
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  status = 0
  responseText = ''
  method = ''
  path = ''
  body: ArrayBuffer | undefined
  headers = new Map<string, string>()
  private readonly answered = new Map<string, string>()

  open(method: string, path: string) {
    this.method = method
    this.path = path
  }
  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value)
  }
  getResponseHeader(name: string) {
    return this.answered.get(name) ?? null
  }
  abort() {
    this.onabort?.()
  }
  send(body?: ArrayBuffer) {
    this.body = body
    server.asked.push(`${this.method} ${this.path}`)
    const instead = server.next.shift()
    queueMicrotask(() => (instead ? instead(this) : this.serve()))
  }
  answer(status: number, headers: Record<string, string> = {}, body?: unknown) {
    for (const [name, value] of Object.entries(headers)) this.answered.set(name, value)
    this.status = status
    this.responseText = body === undefined ? '' : JSON.stringify(body)
    this.onload?.()
  }
  take(count = this.body!.byteLength) {
    const one = server.uploads.get(this.path)!
    one.bytes = Buffer.concat([one.bytes, new Uint8Array(this.body!).subarray(0, count)])
    server.sent += count
    this.upload.onprogress?.({ loaded: count })
  }
  serve() {
    if (this.method === 'POST' && this.path === '/api/uploads') {
      const metadata = this.headers.get('Upload-Metadata')!
      const begun = [...server.uploads].find(([, one]) => one.metadata === metadata)
      const path = begun?.[0] ?? `/api/uploads/${server.uploads.size + 1}`
      if (!begun) server.uploads.set(path, { size: Number(this.headers.get('Upload-Length')), bytes: Buffer.alloc(0), metadata })
      return this.answer(201, { Location: path, 'Upload-Offset': String(begun?.[1].bytes.length ?? 0) })
    }
    const one = server.uploads.get(this.path.replace(/\/finish$/, ''))
    if (!one) return this.answer(404, {}, { code: 'notInScope' })
    if (this.method === 'POST') return this.answer(200, {}, { hash: 'h', name: 'a.pdf', size: one.bytes.length, mediaType: 'application/pdf' })
    if (this.method === 'PATCH') {
      if (Number(this.headers.get('Upload-Offset')) !== one.bytes.length) return this.answer(409, {}, { code: 'changedMeanwhile' })
      this.take()
    }
    return this.answer(204, { 'Upload-Offset': String(one.bytes.length) })
  }
}

const cut = (bytes = 0) => (request: FakeRequest) => {
  if (bytes > 0) request.take(bytes)
  request.onerror?.()
}
const refuse = (status: number, code: string) => (request: FakeRequest) => request.answer(status, {}, { code })
const silence = () => {}

const bytes = new Uint8Array(2 * partBytesMax + 1_000).map((_, at) => at % 251)
/** A File of jsdom has bytes of another realm than the digest takes. */
function fileOf(content: Uint8Array, name = 'a.pdf'): File {
  const part = (from = 0, to = content.length) => ({ arrayBuffer: () => Promise.resolve(Buffer.from(content.slice(from, to))) })
  return { name, size: content.length, slice: part, ...part() } as unknown as File
}

const told: Going[] = []
const start = (file = fileOf(bytes)) => upload(file, (going) => told.push(going))
const calls = (method: string) => server.asked.filter((one) => one.startsWith(method)).length
const isWhole = () => [...server.uploads.values()].at(-1)!.bytes.equals(bytes)

beforeEach(() => {
  server.uploads.clear()
  server.asked.length = server.next.length = told.length = 0
  server.sent = 0
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  vi.stubGlobal('crypto', webcrypto)
  vi.stubGlobal('fetch', vi.fn(() => Promise.resolve()))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The machine may be busy with the other suites. */
const readyMsMax = 20_000

/** Lets everything that is ready go on, and the time only where that is said. */
async function until(isSo: () => boolean, goOn: () => unknown = () => {}): Promise<void> {
  const began = performance.now()
  while (!isSo()) {
    if (performance.now() - began > readyMsMax) throw new Error('It never came so.')
    await new Promise((resolve) => setImmediate(resolve))
    await goOn()
  }
}

/** Lets the time go on until it is done. */
async function finished<T>(done: Promise<T>): Promise<T> {
  let isDone = false
  const end = () => (isDone = true)
  done.then(end, end)
  await until(() => isDone, () => vi.advanceTimersByTimeAsync(100))
  return done
}

describe('an upload', () => {
  it('sends the file in parts, tells how far it is, and is the file in the end', async () => {
    expect(await finished(start(fileOf(bytes, 'kế hoạch.pdf')).done)).toMatchObject({ hash: 'h', size: bytes.length })
    expect(isWhole()).toBe(true)
    expect(calls('PATCH')).toBe(3)
    expect(told.map(({ share }) => share)).toEqual([...told.map(({ share }) => share)].sort((one, other) => one - other))
    expect(told.at(-1)).toEqual({ share: 1, waits: false })
    const [name] = /(?<=filename )[^,]+/.exec([...server.uploads.values()][0]!.metadata)!
    expect(new TextDecoder().decode(Uint8Array.from(atob(name), (letter) => letter.charCodeAt(0)))).toBe('kế hoạch.pdf')
  })

  it('goes on from what the server has when the line breaks within a part, and says that it waits', async () => {
    server.next = [null, null, cut(100_000)]
    await finished(start().done)
    expect(isWhole()).toBe(true)
    expect(server.sent).toBe(bytes.length)
    expect(calls('POST /api/uploads/')).toBe(1)
    expect(server.uploads.size).toBe(1)
    expect(told).toContainEqual({ share: partBytesMax / bytes.length, waits: true })
    expect(told.at(-1)).toEqual({ share: 1, waits: false })
  })

  it('waits as long as it takes, and a server that is away or a proxy that finds none begins nothing anew', async () => {
    server.next = [null, cut(), refuse(503, 'unavailable'), refuse(502, ''), refuse(504, ''), refuse(503, 'busy'), cut(), cut(), cut(), cut(), cut()]
    await finished(start().done)
    expect(server.uploads.size).toBe(1)
    expect(isWhole()).toBe(true)
  })

  it('goes on at once when the browser says that there is a line', async () => {
    server.next = [null, null, cut()]
    const { done } = start()
    await until(() => told.some(({ waits }) => waits))
    window.dispatchEvent(new Event('online'))
    await done
    expect(isWhole()).toBe(true)
  })

  it('gives up a line on which nothing moves', async () => {
    server.next = [null, silence]
    const { done } = start()
    await until(() => calls('PATCH') > 0)
    await vi.advanceTimersByTimeAsync(stillMsMax - 1)
    expect(told.some(({ waits }) => waits)).toBe(false)
    await finished(done)
    expect(told.some(({ waits }) => waits)).toBe(true)
    expect(isWhole()).toBe(true)
  })

  it('that is elsewhere than the page thinks asks where', async () => {
    server.next = [null, (request) => (request.take(), request.onerror?.()), refuse(409, 'changedMeanwhile')]
    await finished(start().done)
    expect(isWhole()).toBe(true)
    expect(server.sent).toBe(bytes.length)
  })

  it('finishes under the same key after a lost answer', async () => {
    const keys: (string | undefined)[] = []
    server.next = [null, null, null, null, (request) => (keys.push(request.headers.get('Idempotency-Key')), request.onerror?.()), null, (request) => (keys.push(request.headers.get('Idempotency-Key')), request.serve())]
    await finished(start().done)
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    expect(server.sent).toBe(bytes.length)
  })

  it('begins anew when the server has nothing of it any more', async () => {
    server.next = [null, null, (request) => (server.uploads.clear(), request.onerror?.())]
    await finished(start().done)
    expect(isWhole()).toBe(true)
  })

  it('ends with a refusal of what is not taken, and the same file begins anew', async () => {
    server.next = [null, refuse(415, 'fileTypeDiffers')]
    await expect(finished(start().done)).rejects.toThrow(Refusal)
  })

  it('waits for a node that knows such uploads while those of the version before are replaced', async () => {
    server.next = [(request) => request.answer(404), null, null, (request) => request.answer(404)]
    await finished(start().done)
    expect(server.uploads.size).toBe(1)
    expect(server.sent).toBe(bytes.length)
    expect(isWhole()).toBe(true)
  })

  it('is begun once when the answer to its beginning was lost, and under another name it is another', async () => {
    server.next = [(request) => (request.serve(), request.onerror?.())]
    await finished(start().done)
    expect(server.uploads.size).toBe(1)
    await finished(start(fileOf(bytes, 'b.pdf')).done)
    expect(server.uploads.size).toBe(2)
  })

  it('ends with a refusal of who may not send any', async () => {
    server.next = [refuse(404, 'notInScope')]
    await expect(finished(start().done)).rejects.toThrow(Refusal)
  })

  it('stays at the server for who must sign in again', async () => {
    server.next = [null, null, refuse(401, 'signInRequired')]
    await expect(finished(start().done)).rejects.toThrow(Refusal)
    await finished(start().done)
    expect(server.uploads.size).toBe(1)
    expect(server.sent).toBe(bytes.length)
  })
})

describe('an upload that is ended', () => {
  it('by a cancel is forgotten by the server', async () => {
    server.next = [null, null, silence]
    const { done, cancel } = start()
    await until(() => calls('PATCH') === 2)
    cancel()
    await expect(done).rejects.toThrow('cancelled')
    expect(fetch).toHaveBeenCalledWith('/api/uploads/1', expect.objectContaining({ method: 'DELETE' }))
  })

  it('while it waits ends at once', async () => {
    server.next = [null, null, cut()]
    const { done, cancel } = start()
    await until(() => told.some(({ waits }) => waits))
    cancel()
    await expect(done).rejects.toThrow('cancelled')
  })

  it('by leaving the page goes on when the same file is chosen again, and with another file it does not', async () => {
    server.next = [null, null, silence]
    const { done, leave } = start()
    await until(() => calls('PATCH') === 2)
    leave()
    await expect(done).rejects.toThrow('cancelled')
    expect(fetch).not.toHaveBeenCalled()

    await finished(start(fileOf(bytes.slice(0, -1))).done)
    expect(server.uploads.size).toBe(2)
    server.sent = 0
    told.length = 0
    await finished(start().done)
    expect(server.uploads.size).toBe(2)
    expect(server.uploads.get('/api/uploads/1')!.bytes.equals(bytes)).toBe(true)
    expect(server.sent).toBe(bytes.length - partBytesMax)
    expect(told[0]!.share).toBe(partBytesMax / bytes.length)
  })
})
