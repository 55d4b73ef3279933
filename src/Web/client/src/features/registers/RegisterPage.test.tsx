import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import { today } from '../../format/dates'
import { InboxStore } from '../../live/inboxStore'
import type { InboxChange } from '../../wire/inbox'
import type { RegisterRow } from '../../wire/registers'
import RegisterPage from './RegisterPage'

const session = vi.hoisted(() => ({ seat: { unit: { id: 1, name: 'Trung ương Đảng', nameEn: '' } } as Record<string, unknown> }))
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => session }))
const live = vi.hoisted(() => ({ inbox: null as unknown as InboxStore }))
vi.mock('../../live/LiveProvider', () => ({ useLive: () => live }))
vi.mock('../../shell/PhoneBar', () => ({ PhoneBar: () => null }))
const wire = vi.hoisted(() => ({ register: vi.fn(), registerExport: vi.fn((_: string, of: object) => `/sheet?${JSON.stringify(of)}`), counters: vi.fn() }))
vi.mock('../../wire/api', () => ({ api: wire }))

const line: RegisterRow = { number: 1, date: '2026-11-29', from: 'Lê Minh Châu', type: 'CT', abstract: 'Về văn thư', urgency: 'normal', secrecy: 'normal', files: 0 }

async function show(book: 'incoming' | 'outgoing', row: Partial<RegisterRow>) {
  live.inbox = new InboxStore(7)
  wire.register.mockResolvedValue({ total: 1, rows: [{ ...line, ...row }] })
  render(<QueryClientProvider client={new QueryClient()}><RegisterPage book={book} /></QueryClientProvider>)
  const cells = within(await screen.findByRole('row', { name: /Về văn thư/ })).getAllByRole('cell')
  const heads = screen.getAllByRole('columnheader').slice(1).map((head) => head.textContent)
  return (name: string) => cells[heads.indexOf(name)]?.textContent
}

it('says to how many units a document went', async () => {
  const cell = await show('outgoing', { units: 3_321 })
  expect(cell('Nơi nhận')).toBe('3.321 đơn vị')
})

it('names them as its sheet does', async () => {
  const cell = await show('outgoing', { units: 3_355, recipients: 'Các tỉnh ủy, thành ủy; Các xã, phường, đặc khu' })
  expect(cell('Nơi nhận')).toBe('Các tỉnh ủy, thành ủy; Các xã, phường, đặc khu (3.355 đơn vị)')
})

it('says of a number whose document is not issued that it is not', async () => {
  const cell = await show('outgoing', { units: null })
  expect(cell('Nơi nhận')).toBe('Chưa phát hành')
})

it('names who leads an arrival, who coordinates and who is informed', async () => {
  const cell = await show('incoming', { state: 'assigned', handler: 'Lò Thị Mai', alsoTo: 'Hà Văn Nam, Vừ A Dính' })
  expect(cell('Xử lý')).toBe('Lò Thị Mai')
  expect(cell('Phối hợp, nhận để biết')).toBe('Hà Văn Nam, Vừ A Dính')
})

it('says of a registered arrival that somebody has to assign it', async () => {
  const cell = await show('incoming', { state: 'registered' })
  expect(cell('Xử lý')).toBe('Chờ phân')
})

it('leads to the document as it came to the unit whose register it is', async () => {
  history.replaceState(null, '', '/registers/incoming?page=1')
  await show('incoming', { documentId: 'd1', deliveryId: 'v2' })
  expect(screen.getByRole('link', { name: /Về văn thư/ }).getAttribute('href')).toBe('/documents/d1?delivery=v2&back=%2Fregisters%2Fincoming%3Fpage%3D1')
})

it('is read anew once when colleagues register several, and not for what is only read', async () => {
  await show('incoming', {})
  wire.counters.mockResolvedValue({ epoch: 'e', cursors: [{ seat: 1, position: 0 }], counters: [] })
  await act(() => live.inbox.refresh())
  vi.useFakeTimers()
  wire.register.mockClear()
  const push = (position: number, kind: InboxChange['kind'], box: 'waitingReceipt' | 'closed') =>
    live.inbox.push({ epoch: 'e', changes: [{ seat: 1, position, kind, fromBox: 'waitingReceipt', item: { seat: 1, subject: `s${position}`, reason: 'delivery', box, position, arrivedAt: '', readBy: [], urgency: 'normal', secrecy: 'normal', overdue: false, abstract: '', from: '' } }] })
  push(1, 'arrived', 'waitingReceipt')
  push(2, 'read', 'waitingReceipt')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(wire.register).not.toHaveBeenCalled()
  for (let at = 3; at < 9; at++) push(at, 'moved', 'closed')
  await vi.advanceTimersByTimeAsync(5_000)
  vi.useRealTimers()
  expect(wire.register).toHaveBeenCalledOnce()
})

describe('the books of merged units', () => {
  const own = { id: 1, name: 'Phường Mường Thanh', nameEn: '', province: 'Điện Biên' }
  const merged = [
    { unit: { id: 8, name: 'Xã Mẫu Đông', nameEn: '', province: 'Điện Biên' }, on: '2026-01-01', into: own },
    { unit: { id: 9, name: 'Xã Mẫu Tây', nameEn: '', province: 'Lai Châu' }, on: '2026-01-01', into: own },
  ]

  beforeEach(() => {
    session.seat = { unit: own, merged }
    history.replaceState(null, '', '/registers/incoming')
  })
  afterEach(() => {
    session.seat = { unit: own }
    history.replaceState(null, '', '/')
  })

  const thisYear = () => Number(today().slice(0, 4))
  const asked = () => wire.register.mock.lastCall?.slice(0, 2)

  it('are no choice where there are none', async () => {
    session.seat = { unit: own }
    await show('incoming', {})
    expect(screen.queryByRole('button', { name: /Sổ của/ })).toBeNull()
  })

  it('are chosen by keyboard behind the own one, open at their last year and stay in the address', async () => {
    const user = userEvent.setup()
    await show('incoming', {})
    expect(asked()).toEqual(['incoming', { unit: 1, year: thisYear(), page: 1 }])
    expect(screen.queryByText(/đã sáp nhập vào/)).toBeNull()
    screen.getByRole('button', { name: /Sổ của/ }).focus()
    await user.keyboard('{Enter}')
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['Phường Mường Thanh', 'Xã Mẫu Đông (đã sáp nhập)', 'Xã Mẫu Tây, Lai Châu (đã sáp nhập)'])
    await user.keyboard('{ArrowDown}{Enter}')
    expect(location.search).toBe('?unit=8')
    expect(asked()).toEqual(['incoming', { unit: 8, year: 2025, page: 1 }])
    expect(screen.getByText('Xã Mẫu Đông, Điện Biên đã sáp nhập vào Phường Mường Thanh, Điện Biên từ ngày 01/01/2026. Sổ đã khóa, chỉ để tra cứu.')).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Sổ văn bản đến năm 2025 Xã Mẫu Đông, Điện Biên' })).toBeTruthy()
  })

  it('export and turn to the other book as the own one does, and have no later year', async () => {
    history.replaceState(null, '', '/registers/incoming?unit=9')
    await show('incoming', {})
    expect(screen.getByRole('link', { name: 'Xuất XLSX' }).getAttribute('href')).toBe('/sheet?{"unit":9,"year":2025,"locale":"vi"}')
    expect(screen.getByRole('link', { name: 'Sổ đi' }).getAttribute('href')).toBe('/registers/outgoing?unit=9')
    expect(screen.queryByRole('button', { name: '2026' })).toBeNull()
    expect(screen.getByRole('button', { name: '2024' })).toBeTruthy()
  })

  it('are left for the own one', async () => {
    const user = userEvent.setup()
    history.replaceState(null, '', '/registers/incoming?unit=9&year=2025')
    await show('incoming', {})
    await user.click(screen.getByRole('button', { name: /Sổ của/ }))
    await user.click(screen.getByRole('option', { name: 'Phường Mường Thanh' }))
    expect(location.search).toBe('')
    expect(asked()).toEqual(['incoming', { unit: 1, year: thisYear(), page: 1 }])
  })

  it('of a unit that the person may not read open the own one', async () => {
    history.replaceState(null, '', '/registers/incoming?unit=77')
    await show('incoming', {})
    expect(asked()).toEqual(['incoming', { unit: 1, year: thisYear(), page: 1 }])
  })
})
