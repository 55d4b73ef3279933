import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { Command } from '../../outbox/outbox'
import { notices } from '../../shell/notices'
import type { Ack } from '../../wire/documents'
import type { InboxItem } from '../../wire/inbox'
import { Refusal } from '../../wire/refusal'
import { ReadingPane } from './ReadingPane'

const outbox = vi.hoisted(() => ({ hold: vi.fn<(command: Command) => Promise<Ack>>(), withdraw: vi.fn(() => true) }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))
const loaded = vi.hoisted(() => ({ data: undefined as unknown }))
vi.mock('../documents/useLiveDocument', () => ({ useLiveDocument: () => ({ data: loaded.data }) }))
vi.mock('../documents/Links', () => ({ Links: () => null }))
vi.mock('../documents/RecallNotice', () => ({ RecallNotice: () => null }))
vi.mock('../documents/Paper', () => ({ Paper: () => null }))
vi.mock('../documents/useOpened', () => ({ useOpened: () => {} }))
vi.mock('../documents/ActionBar', () => ({ ActionBar: () => <input aria-label="biểu mẫu" /> }))

const note: InboxItem = {
  seat: 7, subject: 's1', reason: 'note', box: 'notes', position: 1, arrivedAt: '2026-11-23T07:06:00Z', readBy: [],
  urgency: 'normal', secrecy: 'normal', overdue: false, abstract: 'Gọi lại cho tôi', from: 'Lê Minh Châu',
}
const page = { id: 'd1', type: 'CT', typeName: 'Chỉ thị', abstract: 'V/v', urgency: 'normal', secrecy: 'normal', unit: { id: 'u', name: 'Văn phòng' }, deliveries: [], files: [], actions: [], history: [] }
const refused = new Refusal(409, { code: 'notAllowedNow' })
const show = () => {
  const onDone = vi.fn()
  return { onDone, ...render(<ReadingPane item={note} box="notes" onDone={onDone} />) }
}
const known = () => userEvent.click(screen.getByRole('button', { name: 'Đã biết' }))

afterEach(() => act(() => notices.current().toasts.forEach((toast) => notices.dismiss(toast.id))))

describe('a note in the pane', () => {
  it('says in a toast that it could not be marked as known: the person reads something else by then', async () => {
    let refuse = () => {}
    outbox.hold.mockReturnValueOnce(new Promise((_, reject) => (refuse = () => reject(refused))))
    show()
    await known()
    await act(async () => refuse())
    expect(notices.current().toasts.map(({ title }) => title)).toEqual([{ key: 'toasts.refusedAway', params: { act: 'đánh dấu đã biết' } }])
  })

  it('is gone on from at once, and may be taken back', async () => {
    outbox.hold.mockReturnValueOnce(new Promise(() => {}))
    const { onDone } = show()
    await known()
    const [command] = outbox.hold.mock.lastCall!
    expect(command).toMatchObject({ path: '/api/inbox/done', itemKey: '7/note/s1' })
    expect(onDone).toHaveBeenCalledOnce()
    expect(notices.current().toasts.map(({ title }) => title)).toEqual([{ key: 'inbox.knownUndo', params: { count: 1 } }])
    act(() => void notices.undo())
    expect(outbox.withdraw).toHaveBeenCalledWith(command.key)
    expect(notices.current().toasts).toEqual([])
  })

  it('says that it is known once that is recorded', async () => {
    outbox.hold.mockResolvedValueOnce({} as Ack)
    show()
    await known()
    expect(notices.current().toasts.map(({ title }) => title)).toEqual([{ key: 'acts.markDone.done', params: { count: 1 } }])
  })
})

describe('a document in the pane', () => {
  it.each([
    ['a unit', { reason: 'returned', box: 'returned', subject: 'v1' }, 'Nơi trả lại'],
    ['the holder of a step', { reason: 'returned', box: 'returned', subject: 's3' }, 'Người trả lại'],
    ['the holder of a step whose work lies here again', { reason: 'lead', box: 'lead', subject: 's4' }, 'Người trả lại'],
  ] as const)('says that %s returned it, and why', (_, of, label) => {
    loaded.data = page
    render(<ReadingPane item={{ ...note, ...of, documentId: 'd1', deliveryId: 'v1', note: 'Không thuộc lĩnh vực' }} box={of.box} onDone={() => {}} />)
    expect(screen.getByText(label).nextSibling?.textContent).toBe('Lê Minh Châu')
    expect(screen.getByText('Lý do trả lại').nextSibling?.textContent).toBe('Không thuộc lĩnh vực')
  })

  it.each([
    ['what a unit sent back', { reason: 'returned', box: 'returned', subject: 'v1' }, 1],
    ['a step that came back', { reason: 'returned', box: 'returned', subject: 's3' }, 1],
    ['work that lies here again', { reason: 'lead', box: 'lead', subject: 's4' }, 0],
  ] as const)('offers to know of %s', async (_, of, offered) => {
    loaded.data = page
    outbox.hold.mockReturnValueOnce(new Promise(() => {}))
    const onDone = vi.fn()
    render(<ReadingPane item={{ ...note, ...of, documentId: 'd1', deliveryId: 'v1', note: 'Không thuộc lĩnh vực' }} box={of.box} onDone={onDone} />)
    expect(screen.queryAllByRole('button', { name: 'Đã biết' })).toHaveLength(offered)
    if (!offered) return
    await known()
    expect(outbox.hold.mock.lastCall![0]).toMatchObject({ path: '/api/inbox/done', body: { items: [{ seat: 7, reason: 'returned', subject: of.subject }] } })
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('keeps no form of one delivery when another delivery of it is read', async () => {
    loaded.data = page
    const row = (deliveryId: string): InboxItem => ({ ...note, reason: 'lead', box: 'lead', documentId: 'd1', deliveryId })
    const pane = (item: InboxItem) => <ReadingPane item={item} box="lead" onDone={() => {}} />
    const { rerender } = render(pane(row('v1')))
    const form = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'biểu mẫu' })
    await userEvent.type(form(), 'Giao Văn phòng')
    rerender(pane(row('v2')))
    expect(form().value).toBe('')
  })
})
