import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { call } from '../wire/http'
import { LiveConnection } from './connection'

/** A socket that opens at once, and ends and speaks when the test says so. */
class FakeHub {
  serverTimeoutInMilliseconds = 0
  keepAliveIntervalInMilliseconds = 0
  state = 'Connected'
  end = () => {}
  readonly pushed = new Map<string, (push: unknown) => void>()
  on = (name: string, listener: (push: unknown) => void) => this.pushed.set(name, listener)
  onclose = (listener: () => void) => (this.end = listener)
  start = () => beginning()
  stop = vi.fn(() => Promise.resolve())
  invoke = vi.fn((method: string, documentId: string) => answer(method, documentId))
}

/** A socket that nobody answers. */
class HungSocket {
  static readonly CONNECTING = 0
  readonly readyState = HungSocket.CONNECTING
  readonly close = vi.fn()
}

let beginning: () => Promise<void>
let answer: (method: string, documentId: string) => Promise<unknown>
const opened = vi.hoisted(() => [] as unknown[])
const hubs = opened as FakeHub[]
const given = vi.hoisted(() => ({ options: {} as { WebSocket?: new (url: string) => HungSocket } }))

vi.mock('@microsoft/signalr', () => {
  const builder = {
    withUrl: (_: string, options: typeof given.options) => {
      given.options = options
      return builder
    },
    configureLogging: () => builder,
    build: () => {
      opened.push(new FakeHub())
      return opened.at(-1)
    },
  }
  return {
    HttpTransportType: { WebSockets: 1 },
    HubConnectionState: { Connected: 'Connected' },
    LogLevel: { None: 6 },
    HubConnectionBuilder: function () {
      return builder
    },
  }
})

beforeEach(() => {
  hubs.length = 0
  beginning = () => Promise.resolve()
  answer = () => Promise.resolve(null)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function live() {
  const connection = new LiveConnection()
  connection.start()
  await vi.advanceTimersByTimeAsync(0)
  return connection
}

test('a silent connection is given up after 15 s, and the page itself speaks before the node gives it up', async () => {
  const connection = await live()

  expect(hubs[0]!.serverTimeoutInMilliseconds).toBe(15_000)
  expect(hubs[0]!.keepAliveIntervalInMilliseconds).toBe(5_000)
  connection.stop()
})

test('it comes back when the leaving node has told it, and otherwise within a second', async () => {
  const connection = await live()

  hubs[0]!.pushed.get('ServerLeaving')!({ reconnectAfterMs: 4_000 })
  hubs[0]!.end()
  await vi.advanceTimersByTimeAsync(3_999)
  expect(hubs.length).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(hubs.length).toBe(2)

  hubs[1]!.end()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(hubs.length).toBe(3)
  connection.stop()
})

test('a line that was slow is asked again until it answers quickly, though nobody does anything', async () => {
  const answerAfter = (ms: number) => new Promise((next) => setTimeout(() => next(new Response('{}')), ms))
  const fetched = vi.fn(() => answerAfter(4_000))
  vi.stubGlobal('fetch', fetched)
  const connection = await live()

  const asked = call('/api/inbox')
  await vi.advanceTimersByTimeAsync(4_000)
  await asked
  expect(connection.current().name).toBe('slow')
  await vi.advanceTimersByTimeAsync(10_000 + 4_000)
  expect([fetched.mock.calls.length, connection.current().name]).toEqual([2, 'slow'])
  fetched.mockImplementation(() => answerAfter(20))
  await vi.advanceTimersByTimeAsync(10_000 + 20)
  expect([fetched.mock.calls.length, connection.current().name]).toEqual([3, 'live'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fetched).toHaveBeenCalledTimes(3)
  connection.stop()
})

describe('an attempt that nobody answers', () => {
  /** How the start of each hub ends, when the test says so. */
  const starts: { opens: () => void; fails: (why: Error) => void }[] = []
  beforeEach(() => {
    starts.length = 0
    beginning = () => new Promise((opens, fails) => starts.push({ opens, fails }))
    vi.stubGlobal('WebSocket', HungSocket)
  })

  test('is given up after 8 s, and another is made', async () => {
    const connection = await live()

    const socket = new given.options.WebSocket!('')
    await vi.advanceTimersByTimeAsync(7_999)
    expect([hubs.length, connection.current().name, socket.close.mock.calls.length]).toEqual([1, 'connecting', 0])
    await vi.advanceTimersByTimeAsync(1)
    expect([connection.current().name, socket.close.mock.calls.length, hubs[0]!.stop.mock.calls.length]).toEqual(['offline', 1, 1])
    await vi.advanceTimersByTimeAsync(1_500)
    expect(hubs.length).toBe(2)
    starts[1]!.opens()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([hubs.length, connection.current().name]).toEqual([2, 'live'])
    connection.stop()
  })

  test('gives way at once to one that is asked for, and changes nothing any more', async () => {
    const connection = await live()
    const documentChanged = vi.fn()
    connection.on('DocumentChanged', documentChanged)

    const socket = new given.options.WebSocket!('')
    connection.tryNow()
    expect([hubs.length, socket.close.mock.calls.length]).toEqual([2, 1])
    starts[0]!.opens()
    hubs[0]!.pushed.get('DocumentChanged')!({ documentId: 'd', position: 1 })
    hubs[0]!.end()
    await vi.advanceTimersByTimeAsync(0)
    expect([connection.current().name, documentChanged.mock.calls.length]).toEqual(['connecting', 0])

    window.dispatchEvent(new Event('online'))
    starts[1]!.fails(new Error('closed'))
    await vi.advanceTimersByTimeAsync(0)
    expect([hubs.length, connection.current().name]).toEqual([3, 'connecting'])
    starts[2]!.opens()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([hubs.length, connection.current().name]).toEqual([3, 'live'])
    connection.stop()
  })
})

describe('a watch that fails', () => {
  const fails = () => Promise.reject(new Error('no answer'))
  const asked = (hub: FakeHub | undefined) => hub!.invoke.mock.calls.map(([method]) => method)

  test('is asked for again until it is answered', async () => {
    answer = fails
    const connection = await live()

    connection.watch('Document', 'd')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(asked(hubs[0])).toEqual(['WatchDocument'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(hubs[0]!.invoke.mock.calls).toEqual([['WatchDocument', 'd'], ['WatchDocument', 'd']])
    answer = () => Promise.resolve(null)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked(hubs[0])).toEqual(['WatchDocument', 'WatchDocument', 'WatchDocument'])
    connection.stop()
  })

  test('is left alone once nobody watches', async () => {
    answer = fails
    const connection = await live()

    const unwatch = [connection.watch('Board', 'd'), connection.watch('Board', 'd')]
    await vi.advanceTimersByTimeAsync(0)
    unwatch[0]!()
    unwatch[1]!()
    const late = connection.watch('Document', 'e')
    late()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked(hubs[0])).toEqual(['WatchBoard', 'WatchBoard', 'UnwatchBoard', 'WatchDocument', 'UnwatchDocument'])
    connection.stop()
  })

  test('is asked for on the next line alone when its own was lost', async () => {
    answer = fails
    const connection = await live()

    connection.watch('Document', 'd')
    await vi.advanceTimersByTimeAsync(0)
    answer = () => Promise.resolve(null)
    hubs[0]!.end()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([asked(hubs[0]), asked(hubs[1])]).toEqual([['WatchDocument'], ['WatchDocument']])
    connection.stop()
  })

  test('is not asked for again when it was refused', async () => {
    answer = () => Promise.resolve('notInScope')
    const connection = await live()

    connection.watch('Document', 'd')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked(hubs[0])).toEqual(['WatchDocument'])
    connection.stop()
  })
})
