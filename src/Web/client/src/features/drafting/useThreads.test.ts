import type { HocuspocusProvider } from '@hocuspocus/provider'
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DocumentView } from '../../wire/documents'
import { Refusal, UnknownOutcome } from '../../wire/refusal'
import type { Thread, Threads } from '../../wire/threads'
import { merged, useThreads } from './useThreads'

/** What the server answers each reading, in its order; the test answers the rest itself. */
interface Reading {
  document: string
  since: number | undefined
  answer: (threads: Threads) => void
  fail: (error: unknown) => void
}
const readings = vi.hoisted(() => [] as Reading[])
vi.mock('../../wire/api', () => ({
  api: {
    threads: (document: string, since: number | undefined) =>
      new Promise((resolve, reject) => readings.push({ document, since, answer: resolve, fail: reject } as Reading)),
  },
}))

const thread = (id: string, position: number): Thread => ({
  id, kind: 'comment', state: 'open', start: '', end: '', quote: '', round: 1, position, actions: [], entries: [],
})
const threads = (position: number, ...all: Thread[]): Threads => ({ position, right: 'write', threads: all, people: [] })

describe('what is said', () => {
  it('is what was known with what has changed, each thread once', () => {
    const known = threads(5, thread('a', 3), thread('b', 5))
    expect(merged(undefined, known)).toBe(known)
    expect(merged(known, threads(7, thread('a', 6), thread('c', 7))).threads.map(({ id, position }) => [id, position])).toEqual([['b', 5], ['a', 6], ['c', 7]])
    expect(merged(known, threads(9)).position).toBe(9)
  })
})

describe('the margin of a draft', () => {
  const view = (id: string, more: Partial<DocumentView> = {}) => ({ id, state: 'drafting', draftRight: 'write', ...more }) as DocumentView
  let told: () => void = () => {}
  const provider = { on: (_: string, again: () => void) => (told = again), off: () => {} } as unknown as HocuspocusProvider
  const answered = (say: (reading: Reading) => void) => act(async () => say(readings.at(-1)!))

  /** The margin of a draft in which somebody has said something. */
  async function show() {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    const wrapper = ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client }, children)
    const { result, rerender } = renderHook(({ of }) => useThreads(of, provider)?.threads.map(({ id }) => id), { wrapper, initialProps: { of: view('d1') } })
    await answered(({ answer }) => answer(threads(5, thread('a', 5))))
    await waitFor(() => expect(result.current).toEqual(['a']))
    const becomes = (ids: string[] | undefined) => waitFor(() => expect(result.current).toEqual(ids))
    const failed = () => waitFor(() => expect(client.getQueryState(['threads', 'd1'])).toMatchObject({ status: 'error', fetchStatus: 'idle' }))
    return { shown: () => result.current, becomes, failed, now: (of: DocumentView) => act(async () => rerender({ of })) }
  }

  beforeEach(() => {
    readings.length = 0
    // What is known is shown at once, and not in another turn.
    notifyManager.setScheduler(queueMicrotask)
  })

  it('stays when a right changes, until it is read as what it is then, all of it', async () => {
    const { shown, becomes, now } = await show()
    await now(view('d1', { draftRight: 'suggest' }))
    expect([readings.length, shown()]).toEqual([2, ['a']])
    expect(readings[1]).toMatchObject({ document: 'd1', since: undefined })
    await answered(({ answer }) => answer(threads(6, thread('b', 6))))
    await becomes(['b'])
  })

  it('stays also when it cannot be read then', async () => {
    const { shown, failed, now } = await show()
    await now(view('d1', { state: 'inReview' }))
    await answered(({ fail }) => fail(new UnknownOutcome('no answer')))
    await failed()
    expect(shown()).toEqual(['a'])
  })

  it('is read as far as it has changed while no right has', async () => {
    const { becomes } = await show()
    await act(async () => told())
    expect(readings[1]).toMatchObject({ since: 5 })
    await answered(({ answer }) => answer(threads(7, thread('b', 7))))
    await becomes(['a', 'b'])
  })

  it('is never that of another document', async () => {
    const { shown, now } = await show()
    await now(view('d2'))
    expect(shown()).toBeUndefined()
  })

  it('goes when the person may not read it, and stays away while it is asked for again', async () => {
    const { shown, becomes, now } = await show()
    await now(view('d1', { draftRight: null }))
    await answered(({ fail }) => fail(new Refusal(404, {})))
    await becomes(undefined)
    await act(async () => told())
    expect([readings.length, shown()]).toEqual([3, undefined])
    await answered(({ answer }) => answer(threads(8, thread('c', 8))))
    await becomes(['c'])
  })
})
