import { act, renderHook } from '@testing-library/react'
import { useSyncExternalStore } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { InboxStore } from '../../live/inboxStore'
import { keyOf } from '../../live/snapshot'
import type { InboxItem, InboxPage } from '../../wire/inbox'
import { UnknownOutcome } from '../../wire/refusal'
import { usePlaceList } from './usePlaceList'

const held = vi.hoisted(() => ({ inbox: null as unknown, reachable: true }))
vi.mock('../../live/LiveProvider', () => ({
  useLive: () => held,
  useInbox: () => useSyncExternalStore((held.inbox as InboxStore).subscribe, (held.inbox as InboxStore).current),
  useReachable: () => held.reachable,
}))
const api = vi.hoisted(() => ({ inbox: vi.fn() }))
vi.mock('../../wire/api', () => ({ api }))

const rowsPerPage = 3
const item = (at: number): InboxItem => ({
  seat: 1, subject: `s${at}`, reason: 'lead', box: 'lead', position: 1, arrivedAt: `2026-11-23T07:0${9 - at}:00Z`, readBy: [],
  urgency: 'normal', secrecy: 'normal', overdue: false, abstract: `s${at}`, from: 'Sở Tài chính',
})
const all = [0, 1, 2, 3, 4, 5].map(item)
const counters = [{ box: 'lead' as const, total: all.length, unread: 0, urgent: 0, overdue: 0 }]

function answer(_box: string, _filter: string, after?: string): Promise<InboxPage> {
  const from = Number(after ?? 0)
  const next = from + rowsPerPage < all.length ? String(from + rowsPerPage) : null
  return Promise.resolve({ epoch: 'e', cursors: [{ seat: 1, position: 1 }], items: all.slice(from, from + rowsPerPage), total: all.length, counters, next })
}
const show = async () => {
  const shown = renderHook(() => usePlaceList('lead', 'all'))
  await act(async () => {})
  return shown
}
const subjects = (items: InboxItem[]) => items.map(({ subject }) => subject)
const store = () => held.inbox as InboxStore
const finish = (items: InboxItem[]) => store().push({ epoch: 'e', changes: items.map((one, at) => ({ seat: 1, position: at + 2, kind: 'moved', fromBox: 'lead', item: { ...one, box: 'closed' } })) })

beforeEach(() => {
  held.inbox = new InboxStore(7)
  held.reachable = true
  api.inbox.mockReset()
  api.inbox.mockImplementation(answer)
})

describe('the list of a box', () => {
  it('is as long as it was when the person comes back to it, and what was pushed meanwhile is in it', async () => {
    const first = await show()
    await act(async () => first.result.current.loadMore())
    expect(first.result.current.items).toHaveLength(6)
    first.unmount()
    finish([all[1]!])
    const again = await show()
    expect(subjects(again.result.current.items)).toEqual(['s0', 's2', 's3', 's4', 's5'])
    expect(api.inbox).toHaveBeenCalledTimes(2)
  })

  it('goes on to what follows when all that was loaded has left', async () => {
    const { result } = await show()
    await act(async () => finish(all.slice(0, rowsPerPage)))
    expect(subjects(result.current.items)).toEqual(['s3', 's4', 's5'])
  })

  it('stands while more of it cannot be read, and says why; without a line the banner says it', async () => {
    const { result, rerender } = await show()
    api.inbox.mockRejectedValue(new UnknownOutcome('no answer'))
    await act(async () => result.current.loadMore())
    expect(result.current).toMatchObject({ loaded: true, error: expect.any(UnknownOutcome) })
    expect(result.current.items).toHaveLength(rowsPerPage)
    held.reachable = false
    rerender()
    expect(result.current.error).toBeNull()
    api.inbox.mockImplementation(answer)
    held.reachable = true
    await act(async () => rerender())
    expect(result.current.items).toHaveLength(6)
  })

  it('that was never read says why, and is read when the line is back', async () => {
    api.inbox.mockRejectedValue(new UnknownOutcome('no answer'))
    held.reachable = false
    const { result, rerender } = await show()
    expect(result.current).toMatchObject({ loaded: false, error: expect.any(UnknownOutcome) })
    api.inbox.mockImplementation(answer)
    held.reachable = true
    await act(async () => rerender())
    expect(result.current).toMatchObject({ loaded: true, error: null })
  })

  it('shows an item that arrived anew in it where a fresh read would', async () => {
    const { result } = await show()
    const anew = { ...all[2]!, arrivedAt: '2026-11-23T08:00:00Z', position: 2 }
    await act(async () => store().push({ epoch: 'e', changes: [{ seat: 1, position: 2, kind: 'moved', fromBox: 'lead', item: anew }] }))
    expect(result.current.items.map(keyOf)).toEqual([keyOf(anew), keyOf(all[0]!), keyOf(all[1]!)])
  })
})
