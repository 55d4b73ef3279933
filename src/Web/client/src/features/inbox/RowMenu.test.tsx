import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { DocumentView } from '../../wire/documents'
import type { InboxItem } from '../../wire/inbox'
import { Refusal } from '../../wire/refusal'
import { RowMenu } from './RowMenu'

const wire = vi.hoisted(() => ({}) as { answer: (view: unknown) => void; fail: (error: unknown) => void })
vi.mock('../../wire/api', () => ({
  api: { document: () => new Promise((resolve, reject) => Object.assign(wire, { answer: resolve, fail: reject })) },
}))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => ({}) }))
vi.mock('../../shell/media', () => ({ useIsPhone: () => false }))
vi.mock('../../shell/SessionProvider', () => {
  const me = { official: { id: 1 }, seats: [{ id: 7, kind: 'post', role: 'clerk', unit: { id: 'u' } }] }
  return { useSession: () => ({ me }) }
})

const item: InboxItem = {
  seat: 7, subject: 's11', reason: 'delivery', box: 'waitingReceipt', position: 1, arrivedAt: '2026-11-23T07:06:00Z', readBy: [],
  urgency: 'normal', secrecy: 'normal', overdue: false, documentId: 'd1', deliveryId: 'v1',
  symbol: '412-CV/BTC', documentType: 'CV', abstract: 'V/v hoàn thiện hồ sơ nhân sự', from: 'Ban Tổ chức Tỉnh ủy',
}
const view = (...actions: DocumentView['actions']) =>
  ({
    id: 'd1', type: 'CV', typeName: 'Công văn', symbol: '412-CV/BTC', secrecy: 'normal', unit: { id: 't' }, actions,
    deliveries: [{ id: 'v1', unit: { id: 'u' }, state: 'arrived', steps: [] }], history: [],
  }) as unknown as DocumentView

function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const events = { onOpenChange: vi.fn(), onOpen: vi.fn(), onMark: vi.fn(), onDone: vi.fn() }
  const menu = (isOpen: boolean, unread: boolean) => (
    <QueryClientProvider client={client}>
      <RowMenu item={item} unread={unread} isOpen={isOpen} tabStop {...events} />
    </QueryClientProvider>
  )
  const { rerender } = render(menu(true, true))
  const refetch = () => act(async () => void client.invalidateQueries())
  const now = (isOpen: boolean, unread: boolean) => act(async () => rerender(menu(isOpen, unread)))
  return { ...events, now, refetch, becomes: (next: DocumentView) => act(async () => void client.setQueryData(['document', 'd1'], next)) }
}
const entries = () => screen.queryAllByRole('menuitem').map(({ textContent }) => textContent)
const offered = (...expected: string[]) => waitFor(() => expect(entries()).toEqual(expected))
const ofRow = ['Mở cả trang', 'Đánh dấu đã đọc', 'Chọn dòng']
const ofDocument = ['Tiếp nhận', 'Tiếp nhận, ghi thêm…']

beforeEach(() => {
  // What is read is shown at once, and not in another turn.
  notifyManager.setScheduler(queueMicrotask)
})

describe('the menu of a row', () => {
  it('has nothing to press before the document is there, and then all of it, with the focus on the first', async () => {
    const { onOpen, onMark, onDone } = show()
    expect(entries()).toEqual(['Đang đọc văn bản…'])
    await userEvent.click(screen.getByRole('menuitem'))
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('menu').contains(document.activeElement)).toBe(true)
    expect([onOpen, onMark, onDone].flatMap(({ mock }) => mock.calls)).toEqual([])

    await act(async () => wire.answer(view('register')))
    await offered(...ofDocument, ...ofRow)
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('menuitem')[0]))
  })

  it('stands as it was opened, whatever is read meanwhile', async () => {
    const { now, becomes } = show()
    await act(async () => wire.answer(view('register')))
    await offered(...ofDocument, ...ofRow)
    await becomes(view())
    await now(true, false)
    expect(entries()).toEqual([...ofDocument, ...ofRow])
    await now(false, false)
    await now(true, false)
    expect(entries()).toEqual(ofRow.filter((entry) => entry !== 'Đánh dấu đã đọc'))
  })

  it('offers nothing of what was known before while the document is read anew', async () => {
    const { now, refetch } = show()
    await act(async () => wire.answer(view('register')))
    await offered(...ofDocument, ...ofRow)
    await now(false, true)
    await refetch()
    await now(true, true)
    expect(entries()).toEqual(['Đang đọc văn bản…'])
    await act(async () => wire.answer(view()))
    await offered(...ofRow)
  })

  it('offers the acts of the row alone where the document cannot be read, and nothing comes in before them', async () => {
    const { becomes, onMark } = show()
    await act(async () => wire.fail(new Refusal(500, {})))
    await offered(...ofRow)
    await becomes(view('register'))
    expect(entries()).toEqual(ofRow)
    await userEvent.click(screen.getByRole('menuitem', { name: 'Chọn dòng' }))
    expect(onMark).toHaveBeenCalledOnce()
  })
})
