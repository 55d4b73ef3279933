import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../i18n'
import type { Command } from '../outbox/outbox'
import type { Escalation } from '../wire/documents'
import type { InboxItem } from '../wire/inbox'
import { Refusal } from '../wire/refusal'
import { UrgentNotice } from './UrgentNotice'

const outbox = vi.hoisted(() => ({ send: vi.fn<(command: Command) => Promise<void>>(() => Promise.resolve()) }))
vi.mock('../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))

const read = vi.hoisted(() => ({ escalation: null as Escalation | null }))
vi.mock('../features/documents/useDocument', () => ({
  useDocument: (id: string | null) => ({ data: id ? { deliveries: [{ id: 'v1', escalation: read.escalation }] } : undefined }),
}))

const item = (at: number, more: Partial<InboxItem> = {}): InboxItem => ({
  seat: 7, subject: `s${at}`, reason: 'delivery', box: 'waitingReceipt', position: at, arrivedAt: '2026-11-23T07:06:00Z', readBy: [],
  urgency: 'immediate', secrecy: 'normal', overdue: false, documentId: `d${at}`, symbol: '87-CĐ/BCH',
  abstract: 'Công điện về ứng phó mưa lũ', from: 'Ban Chỉ huy Phòng thủ dân sự tỉnh', ...more,
})
function show(...items: InboxItem[]) {
  const onAcknowledged = vi.fn()
  render(<UrgentNotice items={items} onAcknowledged={onAcknowledged} />)
  return onAcknowledged
}
const dialog = () => screen.getByRole('alertdialog')

afterEach(() => void vi.useRealTimers())

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  outbox.send.mockReset()
  outbox.send.mockResolvedValue()
  read.escalation = null
})

describe('the notice of an immediate document', () => {
  it('has the abstract as its title and the focus', () => {
    show(item(1))
    expect(dialog().getAttribute('aria-labelledby')).toBe(screen.getByRole('heading', { name: 'Công điện về ứng phó mưa lũ' }).id)
    expect(document.activeElement).toBe(dialog())
  })

  it('is not answered by what somebody types who did not expect it', async () => {
    const onAcknowledged = show(item(1))
    await userEvent.keyboard('báo cáo{Enter}{Control>}{Enter}{/Control} ')
    expect(onAcknowledged).not.toHaveBeenCalled()
    await userEvent.tab()
    expect(document.activeElement?.tagName).toBe('BUTTON')
  })

  it('goes neither by Esc nor by a click beside it', async () => {
    const onAcknowledged = show(item(1))
    await userEvent.keyboard('{Escape}')
    await userEvent.click(document.querySelector('.veil')!)
    expect(dialog()).toBeTruthy()
    expect(onAcknowledged).not.toHaveBeenCalled()
  })

  it.each(['Đã nhận, mở văn bản', 'Đã nhận, mở sau'])('is acknowledged by "%s"', async (way) => {
    const onAcknowledged = show(item(1))
    await userEvent.click(screen.getByRole('button', { name: way }))
    expect(onAcknowledged).toHaveBeenCalledOnce()
    expect(outbox.send.mock.calls[0]![0]).toMatchObject({ path: '/api/inbox/read', body: { items: [{ seat: 7, subject: 's1', reason: 'delivery' }] } })
  })

  it('says to whom it goes on and when, and hands it over to them', async () => {
    read.escalation = { at: new Date(Date.now() + 222_000).toISOString(), title: 'Chánh Văn phòng', holder: 'Lê Minh Châu' }
    const onAcknowledged = show(item(1, { deliveryId: 'v1' }))
    expect(dialog().textContent).toMatch(/sẽ báo tiếp cho.*Chánh Văn phòng, Lê Minh Châu.*còn 03:4[12]/)
    await userEvent.click(screen.getByRole('button', { name: 'Đã nhận, chuyển người trực' }))
    expect(outbox.send.mock.calls.map(([command]) => command.path)).toEqual(['/api/deliveries/v1/hand-over', '/api/inbox/read'])
    expect(onAcknowledged).toHaveBeenCalledOnce()
  })

  describe('whose handing over is refused', () => {
    const handOver = () => userEvent.click(screen.getByRole('button', { name: 'Đã nhận, chuyển người trực' }))
    beforeEach(() => {
      read.escalation = { at: new Date(Date.now() + 222_000).toISOString(), title: 'Chánh Văn phòng', holder: 'Lê Minh Châu' }
      outbox.send.mockImplementation(({ path }) => (path.endsWith('/hand-over') ? Promise.reject(new Refusal(409, { code: 'busy' })) : Promise.resolve()))
    })

    it('stays and says why, acknowledges nothing, and lets it be tried again', async () => {
      const onAcknowledged = show(item(1, { deliveryId: 'v1' }))
      await handOver()
      expect(dialog().textContent).toMatch(/Chưa chuyển người trực được.*Hệ thống đang có nhiều yêu cầu.*Văn bản vẫn ở bàn văn thư/)
      expect(onAcknowledged).not.toHaveBeenCalled()
      expect(outbox.send.mock.calls.map(([command]) => command.path)).toEqual(['/api/deliveries/v1/hand-over'])

      outbox.send.mockResolvedValue()
      await handOver()
      expect(dialog().textContent).not.toContain('Chưa chuyển người trực được')
      expect(onAcknowledged).toHaveBeenCalledOnce()
    })

    it('lets go of who has seen it all the same', async () => {
      const onAcknowledged = show(item(1, { deliveryId: 'v1' }))
      await handOver()
      await userEvent.click(screen.getByRole('button', { name: 'Đã nhận, mở sau' }))
      expect(onAcknowledged).toHaveBeenCalledOnce()
    })
  })

  it('offers no handing over of what was handed over', () => {
    read.escalation = { at: '2026-11-23T07:11:00Z', toldAt: '2026-11-23T07:08:00Z', title: 'Chánh Văn phòng', holder: '' }
    show(item(1, { deliveryId: 'v1' }))
    expect(screen.queryByRole('button', { name: 'Đã nhận, chuyển người trực' })).toBeNull()
  })

  it.each([
    [true, 'Văn thư đã nhận, chuyển tới bạn lúc'],
    [false, 'Văn thư chưa mở, báo tới bạn lúc'],
  ])('tells the leader whether the registry has seen it (%s)', (handedOver, words) => {
    read.escalation = { at: '2026-11-23T07:11:00Z', toldAt: '2026-11-23T07:08:00Z', title: 'Chánh Văn phòng', holder: '', handedOver }
    show(item(1, { deliveryId: 'v1', reason: 'escalated' }))
    expect(dialog().textContent).toContain(words)
  })

  it('stacks several as one dialog that says how many', () => {
    show(item(1), item(2), item(3))
    expect(screen.getAllByRole('alertdialog')).toHaveLength(1)
    expect(dialog().textContent).toContain('1 trong 3')
  })

  it('names nothing of a classified document', () => {
    show(item(1, { secrecy: 'confidential' }))
    expect(dialog().textContent).toContain('Có 1 văn bản cần xử lý')
    expect(dialog().textContent).not.toMatch(/87-CĐ|Công điện|Ban Chỉ huy/)
  })
})
