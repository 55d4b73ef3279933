import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { probeMsMin, StoreWatch } from './storeWatch'

const ready = { status: 200 }
beforeEach(() => {
  vi.useFakeTimers()
  ready.status = 200
  vi.stubGlobal('fetch', vi.fn(async () => new Response(null, { status: ready.status })))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the watch of the store', () => {
  it('believes no single answer: it asks, and finds the store there', async () => {
    const store = new StoreWatch()
    store.suspect()
    await vi.advanceTimersByTimeAsync(1)
    expect(store.current()).toEqual({ name: 'there' })
    expect(fetch).toHaveBeenCalledOnce()
  })

  it('asks when it is told to, not before', async () => {
    ready.status = 503
    const store = new StoreWatch()
    store.askIn(1_500)
    await vi.advanceTimersByTimeAsync(1_499)
    expect(fetch).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(store.current().name).toBe('away')
    ready.status = 200
    store.askIn(10)
    await vi.advanceTimersByTimeAsync(10)
    expect(store.current()).toEqual({ name: 'there' })
  })

  it('asks until the store is back, and says both once', async () => {
    ready.status = 503
    const store = new StoreWatch()
    const said: string[] = []
    store.subscribe(() => said.push(store.current().name))
    store.suspect()
    await vi.advanceTimersByTimeAsync(10 * probeMsMin)
    expect(said).toEqual(['away'])
    ready.status = 200
    await vi.advanceTimersByTimeAsync(2 * probeMsMin)
    expect(said).toEqual(['away', 'there'])
    const asked = vi.mocked(fetch).mock.calls.length
    await vi.advanceTimersByTimeAsync(10 * probeMsMin)
    expect(fetch).toHaveBeenCalledTimes(asked)
  })
})
