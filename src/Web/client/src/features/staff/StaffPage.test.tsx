import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { Command } from '../../outbox/outbox'
import { Refusal } from '../../wire/refusal'
import type { OfficialRow } from '../../wire/session'
import type { StaffSeat } from '../../wire/staff'
import StaffPage from './StaffPage'

const outbox = vi.hoisted(() => ({ send: vi.fn<(command: Command) => Promise<void>>() }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))
const session = vi.hoisted(() => ({ me: { official: { id: 1 }, seats: [{ role: 'unitAdmin' }] } }))
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => session }))
vi.mock('../../shell/media', () => ({ useIsPhone: () => false }))
vi.mock('../../shell/PhoneBar', () => ({ PhoneBar: () => null }))
const colleague: OfficialRow = { id: 42, name: 'Lê Minh Châu', title: 'Chuyên viên' }
vi.mock('../people/PersonFinder', () => ({
  PersonFinder: ({ onFound }: { onFound: (person: OfficialRow) => void }) => <button type="button" onClick={() => onFound(colleague)}>tìm</button>,
}))

const unit = { id: 6, code: '03127', name: 'Xã Mường Nhé', nameEn: 'Muong Nhe', province: null }
const holder = { official: 7, name: 'Lò Thị Mai', signIn: 'clerk.03127', from: '2025-07-01', until: null, enabled: true }
const seats: StaffSeat[] = [
  { seat: 90, kind: 'desk', role: 'clerk', title: 'Văn thư', unit, holders: [holder] },
  { seat: 91, kind: 'post', role: 'leader', title: 'Bí thư', unit, holders: [] },
]
const wire = vi.hoisted(() => ({ staff: vi.fn() }))
vi.mock('../../wire/api', () => ({ api: wire }))

async function show() {
  render(<QueryClientProvider client={new QueryClient()}><StaffPage /></QueryClientProvider>)
  await screen.findByText('Văn thư')
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const sent = () => outbox.send.mock.calls.map(([{ path, body }]) => ({ path, body }))

beforeEach(() => {
  outbox.send.mockReset()
  outbox.send.mockResolvedValue()
  wire.staff.mockResolvedValue(seats)
  session.me.seats = [{ role: 'unitAdmin' }]
})

describe('the staff of a unit', () => {
  it('names every seat with who holds it, and who does not', async () => {
    await show()
    expect(screen.getByText('Lò Thị Mai').textContent).toContain('clerk.03127')
    expect(screen.getByText('từ 01/07/2025')).toBeTruthy()
    expect(screen.getByText('Chưa có người giữ')).toBeTruthy()
  })

  it('gives a seat to somebody in place of who holds it', async () => {
    await show()
    await press('Giao vị trí Văn thư, Xã Mường Nhé')
    const dialog = screen.getByRole('dialog', { name: 'Giao vị trí Văn thư, Xã Mường Nhé' })
    await press('tìm')
    await userEvent.click(within(dialog).getByRole('button', { name: /Thay cho/ }))
    await userEvent.click(screen.getByRole('option', { name: 'Lò Thị Mai' }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Giao vị trí' }))
    expect(sent()).toEqual([{ path: '/api/staff/seats/90/give', body: { official: 42, from: null, until: null, insteadOf: 7 } }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says why a holding was not ended, and stays open', async () => {
    outbox.send.mockRejectedValue(new Refusal(409, { code: 'nothingToChange' }))
    await show()
    await press('Thôi giữ vị trí: Lò Thị Mai')
    await press('Thôi giữ vị trí')
    expect(sent()).toEqual([{ path: '/api/staff/seats/90/end', body: { official: 7, on: null } }])
    expect(screen.getByRole('dialog').textContent).toContain('không có gì để đổi')
  })

  it('disables an account with the reason for the audit', async () => {
    await show()
    await press('Khóa tài khoản Lò Thị Mai')
    await userEvent.type(screen.getByRole('textbox', { name: 'Lý do' }), 'Nghỉ hưu')
    await press('Khóa tài khoản')
    expect(sent()).toEqual([{ path: '/api/staff/accounts/7/disable', body: { reason: 'Nghỉ hưu' } }])
  })

  it('is nobody else’s page', () => {
    session.me.seats = [{ role: 'clerk' }]
    render(<QueryClientProvider client={new QueryClient()}><StaffPage /></QueryClientProvider>)
    expect(screen.queryByText('Văn thư')).toBeNull()
  })
})
