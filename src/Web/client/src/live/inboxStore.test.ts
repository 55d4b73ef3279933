import { waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { InboxPage } from '../wire/inbox'
import { InboxStore } from './inboxStore'

afterEach(() => vi.unstubAllGlobals())

const epoch = '1'
const cursors = [{ seat: 7, position: 3 }]
const page: InboxPage = { epoch, cursors, items: [], total: 0, counters: [] }

/** A server whose answers come when the test says so. */
function slowServer() {
  const waiting: { path: string; answer: (body: unknown) => void }[] = []
  vi.stubGlobal('fetch', (input: RequestInfo | URL) =>
    new Promise<Response>((resolve) => {
      waiting.push({
        path: String(input),
        answer: (body) => resolve(new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })),
      })
    }))
  return async (part: string, body: unknown) => {
    await waitFor(() => expect(waiting.some(({ path }) => path.includes(part))).toBe(true))
    const at = waiting.findIndex(({ path }) => path.includes(part))
    waiting.splice(at, 1)[0]!.answer(body)
  }
}

test('the first read of the counters does not throw away a list that was read before it came back', async () => {
  const answer = slowServer()
  const store = new InboxStore(1)
  const heads = store.refresh()
  const list = store.load('toReview', 'all')

  await answer('box=toReview', page)
  await list
  await answer('counters', { epoch, cursors, counters: [] })
  await heads

  expect(store.current()?.lists.size).toBe(1)
})

test('a second page that comes after its list was read afresh is not taken for the list', async () => {
  const answer = slowServer()
  const store = new InboxStore(1)
  const item = (subject: string) => ({ seat: 7, subject, reason: 'delivery', box: 'toReview', position: 1, arrivedAt: '2026-11-23T07:06:00Z', readBy: [], urgency: 'normal', secrecy: 'normal', overdue: false, abstract: subject, from: 'x' }) as const
  const first = store.load('toReview', 'all')
  await answer('box=toReview', { ...page, items: [item('a')], next: 'n1' })
  await first
  const more = store.loadMore('toReview', 'all')
  store.reconnected()
  await answer('catch-up', { epoch: '2', seats: [{ seat: 7, head: 9, resync: true, changed: [], removed: [] }], counters: [] })
  await waitFor(() => expect(store.current()?.epoch).toBe('2'))
  await answer('after=n1', { ...page, epoch: '2', items: [item('old')] })
  await more

  expect([...store.current()!.lists.values()].flatMap((list) => list.keys)).toEqual([])
  await answer('box=toReview', { ...page, epoch: '2', cursors: [{ seat: 7, position: 9 }], items: [item('b')] })
  await waitFor(() => expect([...store.current()!.lists.values()][0]?.keys.join()).toContain('b'))
})

test('counters that are ahead of the list lead to catching up', async () => {
  const answer = slowServer()
  const store = new InboxStore(1)
  const heads = store.refresh()
  const list = store.load('toReview', 'all')

  await answer('box=toReview', page)
  await list
  await answer('counters', { epoch, cursors: [{ seat: 7, position: 4 }], counters: [] })
  await answer('catch-up', { epoch, seats: [{ seat: 7, head: 4, resync: false, changed: [], removed: [] }], counters: [] })
  await heads

  expect(store.current()?.cursors.get(7)).toBe(4)
})

test('a catch-up that the broken line swallowed does not hold up the one after the line is back', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init: RequestInit) => {
    asked.push(String(input))
    const answered = asked.length > 2
    return new Promise<Response>((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
      const body = asked.length === 1
        ? { epoch, cursors, counters: [] }
        : { epoch, seats: [{ seat: 7, head: 5, resync: false, changed: [], removed: [] }], counters: [] }
      if (answered || asked.length === 1) resolve(new Response(JSON.stringify(body)))
    })
  })
  const store = new InboxStore(1)
  await store.refresh()
  void store.refresh()
  await waitFor(() => expect(asked).toHaveLength(2))

  store.reconnected()

  await waitFor(() => expect(store.current()?.cursors.get(7)).toBe(5))
  store.stop()
})
