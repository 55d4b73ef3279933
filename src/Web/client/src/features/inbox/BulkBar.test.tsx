import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import { Withdrawn, type Command } from '../../outbox/outbox'
import type { Place } from '../../shell/boxes'
import { notices } from '../../shell/notices'
import type { Ack } from '../../wire/documents'
import type { InboxItem } from '../../wire/inbox'
import { Refusal } from '../../wire/refusal'
import { BulkBar } from './BulkBar'

const outbox = vi.hoisted(() => ({ send: vi.fn<(command: Command) => Promise<Ack>>(), hold: vi.fn<(command: Command) => Promise<Ack>>() }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))

const row = (at: number): InboxItem => ({
  seat: 7, subject: `s${at}`, reason: 'delivery', box: 'waitingReceipt', position: at, arrivedAt: '2026-11-23T07:06:00Z', readBy: [],
  urgency: 'normal', secrecy: 'normal', overdue: false, documentId: `d${at}`, deliveryId: `v${at}`, symbol: `${at}-CV/TU`,
  abstract: 'V/v phòng chống bão', from: 'Tỉnh ủy',
})
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at + 1))
const ack = (number?: number) => ({ stream: 's', first: 1, last: 1, at: '2026-11-23T07:06:00Z', number }) as unknown as Ack
const named = ({ body }: Command) => (body as { items: { subject: string }[] }).items.map(({ subject }) => subject)

function show(items: InboxItem[], place: Place = 'waitingReceipt', inList = items.length) {
  const events = { onDone: vi.fn<(items: InboxItem[]) => void>(), onClear: vi.fn(), onChooseAll: vi.fn() }
  const queries = new QueryClient()
  const bar = (shown: InboxItem[]) => (
    <QueryClientProvider client={queries}>
      <BulkBar items={shown} place={place} shown={inList} {...events}>bộ lọc</BulkBar>
    </QueryClientProvider>
  )
  const { rerender } = render(bar(items))
  return { ...events, queries, leave: () => rerender(bar([])) }
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  outbox.send.mockReset()
  outbox.send.mockResolvedValue(ack())
  outbox.hold.mockReset()
  outbox.hold.mockResolvedValue(ack())
})
afterEach(() => act(() => notices.current().toasts.forEach((toast) => notices.dismiss(toast.id))))

describe('acts on many rows', () => {
  it('go in acts of at most a hundred, because the server refuses more', async () => {
    const { onDone } = show(rows(250))
    await press('Đánh dấu đã đọc')
    const sent = outbox.send.mock.calls.map(([command]) => command)
    expect(sent.map((command) => named(command).length)).toEqual([100, 100, 50])
    expect(new Set(sent.flatMap(named)).size).toBe(250)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(3)
    expect(onDone.mock.calls[0]![0]).toHaveLength(250)
  })

  it('say what was refused, and leave those rows chosen', async () => {
    outbox.send.mockResolvedValueOnce(ack()).mockRejectedValueOnce(new Refusal(429, { code: 'busy' })).mockResolvedValueOnce(ack())
    const { onDone, onClear } = show(rows(250))
    await press('Đánh dấu đã đọc')
    const said = await screen.findByRole('group', { name: 'Chưa đánh dấu đã đọc được' })
    expect(said.textContent).toMatch(/Hệ thống đang có nhiều yêu cầu.*100 trên 250 dòng chưa đánh dấu được/)
    expect(onDone.mock.calls[0]![0].map(({ subject }) => subject)).toEqual([...rows(100), ...rows(250).slice(200)].map(({ subject }) => subject))
    expect(onClear).not.toHaveBeenCalled()
  })

  it.each(['notes', 'forInformation'] as const)('are held for undo where they take rows out of %s, and say once what was refused', async (place) => {
    outbox.hold.mockResolvedValueOnce(ack()).mockRejectedValue(new Refusal(409, { code: 'notAllowedNow' }))
    const { onDone } = show(rows(250), place)
    await press('Đã biết')
    expect(outbox.hold.mock.calls.map(([command]) => named(command).length)).toEqual([100, 100, 50])
    expect(onDone.mock.calls[0]![0]).toHaveLength(250)
    expect(notices.current().toasts.map(({ title }) => title)).toEqual([
      { key: 'acts.markDone.done', params: { count: 100 } }, { key: 'toasts.refusedAway', params: { act: 'đánh dấu đã biết' } },
    ])
  })

  it('close what recipients returned, and leave the drafts beside it', async () => {
    const [returned, draft] = [{ ...row(1), reason: 'returned', box: 'returned' }, { ...row(2), reason: 'draft', box: 'returned' }] as const
    const { onDone } = show([returned, draft], 'returned')
    await press('Đã biết')
    const [command] = outbox.hold.mock.calls[0]!
    expect(command.path).toBe('/api/inbox/done')
    expect(named(command)).toEqual(['s1'])
    expect(onDone).toHaveBeenCalledWith([returned])
  })

  it('do not close drafts alone', () => {
    show([{ ...row(1), reason: 'draft', box: 'returned' }], 'returned')
    expect(screen.queryByRole('button', { name: 'Đã biết' })).toBeNull()
  })

  it('may be about all rows of the list', async () => {
    const { onChooseAll } = show(rows(2), 'notes', 57)
    await press('Chọn cả 57 dòng đang hiện')
    expect(onChooseAll).toHaveBeenCalledOnce()
  })

  it('offer no choice of all where all are chosen', () => {
    show(rows(2))
    expect(screen.queryByRole('button', { name: /Chọn cả/ })).toBeNull()
  })

  it('say a refusal of these rows alone', async () => {
    outbox.send.mockRejectedValue(new Refusal(409, { code: 'notAllowedNow' }))
    const { onClear } = show(rows(3), 'notes')
    await press('Đánh dấu đã đọc')
    await screen.findByRole('group', { name: 'Chưa đánh dấu đã đọc được' })
    await press('Bỏ chọn')
    expect(onClear).toHaveBeenCalled()
    expect(screen.queryByRole('group', { name: 'Chưa đánh dấu đã đọc được' })).toBeNull()
  })

  it('say nothing of what the person took back', async () => {
    outbox.send.mockRejectedValue(new Withdrawn())
    const { onDone } = show(rows(2))
    await press('Đánh dấu đã đọc')
    await waitFor(() => expect(onDone).toHaveBeenCalledWith([]))
    expect(screen.queryByText(/chưa đánh dấu được/)).toBeNull()
  })
})

describe('registering many', () => {
  it('sends one act a row and answers in a line of its own', async () => {
    outbox.send.mockImplementation(({ path }) =>
      path.includes('/v2/') ? Promise.reject(new Refusal(409, { code: 'notAllowedNow' })) : Promise.resolve(ack(Number(/v(\d+)/.exec(path)![1]) + 1_300)))
    const { onDone } = show(rows(9))
    await press('Tiếp nhận 9 văn bản')
    const dialog = await screen.findByRole('dialog', { name: 'Đã tiếp nhận 8 trên 9 văn bản' })
    const lines = within(dialog).getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(lines[0]).toBe('1-CV/TU Tỉnh ủy, V/v phòng chống bãoĐã tiếp nhận, số đến 1.301')
    expect(lines[1]).toMatch(/^2-CV\/TU Tỉnh ủy, V\/v phòng chống bãoChưa tiếp nhận được: Văn bản vừa chuyển sang bước khác/)
    expect(outbox.send.mock.calls.map(([{ path, actingSeat }]) => `${actingSeat} ${path}`)).toEqual(rows(9).map(({ deliveryId }) => `7 /api/deliveries/${deliveryId}/register`))

    await press('Đóng')
    expect(onDone.mock.calls[0]![0].map(({ deliveryId }) => deliveryId)).toEqual(['v1', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9'])
  })

  it('has the register read anew, where the lines now stand', async () => {
    const { queries } = show(rows(2))
    queries.setQueryData(['register', 'incoming', 1, 2026, 1], { total: 0, rows: [] })
    await press('Tiếp nhận 2 văn bản')
    await screen.findByRole('dialog', { name: 'Đã tiếp nhận 2 trên 2 văn bản' })
    expect(queries.getQueryState(['register', 'incoming', 1, 2026, 1])?.isInvalidated).toBe(true)
  })

  it('keeps its answers when the rows have left the list', async () => {
    const { leave } = show(rows(2))
    await press('Tiếp nhận 2 văn bản')
    await screen.findByRole('dialog', { name: 'Đã tiếp nhận 2 trên 2 văn bản' })
    leave()
    expect(screen.getByRole('dialog', { name: 'Đã tiếp nhận 2 trên 2 văn bản' })).toBeTruthy()
    await press('Đóng')
    expect(screen.getByText('bộ lọc')).toBeTruthy()
  })
})
