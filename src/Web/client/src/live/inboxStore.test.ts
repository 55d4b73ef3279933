import { waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Box, InboxItem, InboxPage } from '../wire/inbox'
import { UnknownOutcome } from '../wire/refusal'
import { InboxStore } from './inboxStore'
import { listKeyOf } from './snapshot'

afterEach(() => vi.unstubAllGlobals())

const epoch = '1'
const cursors = [{ seat: 7, position: 3 }]
const page: InboxPage = { epoch, cursors, items: [], total: 0, counters: [] }
const at = (position: number): InboxPage => ({ ...page, cursors: [{ seat: 7, position }] })
const item = (subject: string, position = 1): InboxItem => ({
  seat: 7, subject, reason: 'delivery', box: 'toReview', position, arrivedAt: '2026-11-23T07:06:00Z', readBy: [], urgency: 'normal',
  secrecy: 'normal', overdue: false, abstract: subject, from: 'x',
})
const resync = (other: string, head: number) => ({ epoch: other, seats: [{ seat: 7, head, resync: true, changed: [], removed: [] }], counters: [] })
const shown = (store: InboxStore, box: Box = 'toReview') =>
  store.current()?.lists.get(listKeyOf(box, 'all'))?.keys.map((key) => key.split('/')[2])

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

/** A store that has its heads from such a server, and no list yet. */
async function begun() {
  const answer = slowServer()
  const store = new InboxStore(1)
  const heads = store.refresh()
  await answer('counters', { epoch, cursors, counters: [] })
  await heads
  return { answer, store }
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
  const first = store.load('toReview', 'all')
  await answer('box=toReview', { ...page, items: [item('a')], next: 'n1' })
  await first
  const more = store.loadMore('toReview', 'all')
  store.reconnected()
  await answer('catch-up', resync('2', 9))
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

describe('a list', () => {
  test('that was read before the counters were is read again: nobody announces what arrived in between', async () => {
    const answer = slowServer()
    const store = new InboxStore(1)
    const list = store.load('toReview', 'all')
    const heads = store.refresh()
    await answer('counters', { epoch, cursors, counters: [] })
    await heads

    await answer('box=toReview', { ...at(2), items: [item('closed meanwhile')] })
    await answer('box=toReview', { ...at(3), items: [item('arrived meanwhile', 3)] })
    await list

    expect(shown(store)).toEqual(['arrived meanwhile'])
  })

  test('that was read before another one was is read again', async () => {
    const answer = slowServer()
    const store = new InboxStore(1)
    const lists = [store.load('toReview', 'all'), store.load('lead', 'all')]
    await answer('box=lead', at(3))
    await answer('box=toReview', at(2))
    await answer('box=toReview', { ...at(3), items: [item('arrived meanwhile', 3)] })
    await Promise.all(lists)

    expect(shown(store)).toEqual(['arrived meanwhile'])
  })

  test('whose reading a resync overtook is read again, whether or not it was shown before', async () => {
    const answer = slowServer()
    const store = new InboxStore(1)
    const first = store.load('toReview', 'all')
    await answer('box=toReview', { ...page, items: [item('a')] })
    await first
    const reading = [store.load('toReview', 'all'), store.load('lead', 'all')]
    store.reconnected()
    await answer('catch-up', resync(epoch, 9))
    await waitFor(() => expect(store.current()?.cursors.get(7)).toBe(9))

    for (const box of ['toReview', 'lead'] as const) {
      await answer(`box=${box}`, { ...at(3), items: [item('before', 2)] })
      await answer(`box=${box}`, { ...at(9), items: [{ ...item(`after in ${box}`, 9), box }] })
    }
    await Promise.all(reading)

    expect([shown(store, 'toReview'), shown(store, 'lead')]).toEqual([['after in toReview'], ['after in lead']])
  })

  test('of data that was set back is read again once the device knows of it', async () => {
    const { answer, store } = await begun()
    const list = store.load('toReview', 'all')

    await answer('box=toReview', { ...at(2), epoch: '2', items: [item('first read')] })
    await answer('catch-up', resync('2', 2))
    await answer('box=toReview', { ...at(2), epoch: '2', items: [item('second read')] })
    await list

    expect(store.current()?.epoch).toBe('2')
    expect(shown(store)).toEqual(['second read'])
  })

  test('of data that was there before it was set back is thrown away', async () => {
    const { answer, store } = await begun()
    const list = store.load('toReview', 'all')
    const back = store.refresh()
    await answer('catch-up', resync('2', 2))
    await back

    await answer('box=toReview', { ...page, items: [item('lost')] })
    await answer('catch-up', { ...resync('2', 2), seats: [{ seat: 7, head: 2, resync: false, changed: [], removed: [] }] })
    await answer('box=toReview', { ...at(2), epoch: '2', items: [item('kept')] })
    await list

    expect(shown(store)).toEqual(['kept'])
  })

  test('that never fits says so: the server is not asked for ever', async () => {
    const { answer, store } = await begun()
    const list = expect(store.load('toReview', 'all')).rejects.toBeInstanceOf(UnknownOutcome)

    for (let reads = 1; reads <= 3; reads++) await answer('box=toReview', at(2))
    await list

    expect(shown(store)).toBeUndefined()
  })
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
