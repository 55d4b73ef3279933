import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { InboxStore } from '../live/inboxStore'
import type { InboxItem } from '../wire/inbox'
import { UnknownOutcome } from '../wire/refusal'
import { useUrgent } from './useUrgent'

const held = vi.hoisted(() => ({ inbox: null as unknown }))
vi.mock('../live/LiveProvider', () => ({ useLive: () => ({ inbox: held.inbox }) }))
const wire = vi.hoisted(() => ({ counters: vi.fn(), inbox: vi.fn(), catchUp: vi.fn() }))
vi.mock('../wire/api', () => ({ api: wire }))

const item = (at: number, more: Partial<InboxItem> = {}): InboxItem => ({
  seat: 1, subject: `s${at}`, reason: 'delivery', box: 'waitingReceipt', position: at, arrivedAt: `2026-11-23T07:0${at}:00Z`, readBy: [],
  urgency: 'immediate', secrecy: 'normal', overdue: false, abstract: '', from: 'Tỉnh ủy', ...more,
})
const heads = { epoch: 'e', cursors: [{ seat: 1, position: 9 }], counters: [{ box: 'waitingReceipt', total: 4, unread: 2, urgent: 4, overdue: 0 }, { box: 'notes', total: 1, unread: 1, urgent: 1, overdue: 0 }] }
const pageOf = (items: InboxItem[], next: string | null = null) => ({ ...heads, items, total: items.length, next })
const inbox = () => held.inbox as InboxStore
async function show() {
  const { result } = renderHook(() => useUrgent())
  await act(() => inbox().refresh())
  return () => result.current.urgent.map(({ subject }) => subject)
}

beforeEach(() => {
  held.inbox = new InboxStore(7)
  wire.counters.mockReset().mockResolvedValue(heads)
  wire.inbox.mockReset().mockResolvedValue(pageOf([item(4), item(3, { readBy: [7] }), item(2, { urgency: 'urgent' }), item(1)]))
  wire.catchUp.mockReset().mockResolvedValue({ epoch: 'e', seats: [], counters: heads.counters })
})

describe('immediate documents', () => {
  it('that lay unread when the page was opened are shown, and only boxes that ask something are read for them', async () => {
    const urgent = await show()
    await waitFor(() => expect(urgent()).toEqual(['s4', 's1']))
    expect(wire.inbox.mock.calls.map(([box, filter]) => `${box} ${filter}`)).toEqual(['waitingReceipt urgent'])
  })

  it('are found on the pages that follow', async () => {
    wire.inbox.mockResolvedValueOnce(pageOf([item(4)], 'after 4')).mockResolvedValueOnce(pageOf([item(1)]))
    const urgent = await show()
    await waitFor(() => expect(urgent()).toEqual(['s4', 's1']))
  })

  it('read elsewhere or gone are asked for no longer', async () => {
    const urgent = await show()
    await waitFor(() => expect(urgent()).toHaveLength(2))
    await act(async () => inbox().push({ epoch: 'e', changes: [{ seat: 1, position: 10, kind: 'read', by: 7, item: item(4, { readBy: [7] }) }] }))
    expect(urgent()).toEqual(['s1'])
    await act(async () => inbox().push({ epoch: 'e', changes: [{ seat: 1, position: 11, kind: 'moved', fromBox: 'waitingReceipt', item: item(1, { box: 'closed' }) }] }))
    expect(urgent()).toEqual([])
  })

  it('that could not be read are looked for again with the next catch-up', async () => {
    wire.inbox.mockRejectedValueOnce(new UnknownOutcome('no answer'))
    const urgent = await show()
    expect(urgent()).toEqual([])
    await act(() => inbox().refresh())
    await waitFor(() => expect(urgent()).toEqual(['s4', 's1']))
  })

  it('are shown once, however they are found', async () => {
    const { result } = renderHook(() => useUrgent())
    await act(() => inbox().refresh())
    await waitFor(() => expect(result.current.urgent).toHaveLength(2))
    act(() => result.current.tell([item(4)]))
    expect(result.current.urgent).toHaveLength(2)
    act(() => result.current.acknowledged())
    expect(result.current.urgent.map(({ subject }) => subject)).toEqual(['s1'])
  })
})
