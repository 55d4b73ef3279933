import { afterEach, beforeEach, expect, test, vi } from 'vitest'
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
  start = () => Promise.resolve()
  stop = () => Promise.resolve()
}

const opened = vi.hoisted(() => [] as unknown[])
const hubs = opened as FakeHub[]

vi.mock('@microsoft/signalr', () => {
  const builder = {
    withUrl: () => builder,
    configureLogging: () => builder,
    build: () => {
      opened.push(new FakeHub())
      return opened.at(-1)
    },
  }
  return {
    HttpTransportType: { WebSockets: 1 },
    HubConnectionState: { Connecting: 'Connecting', Connected: 'Connected' },
    LogLevel: { None: 6 },
    HubConnectionBuilder: function () {
      return builder
    },
  }
})

beforeEach(() => {
  hubs.length = 0
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

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
  vi.unstubAllGlobals()
})
