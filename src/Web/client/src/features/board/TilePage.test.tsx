import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { Board, Tile, TileUnit } from '../../wire/board'
import { TilePage } from './TilePage'

const now = Date.parse('2026-11-20T15:00:00+07:00')
const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000).toISOString()
const unit = (id: number, more: Partial<TileUnit> = {}): TileUnit => ({
  id: `v${id}`, unit: { id, code: `${id}`, name: `Xã ${id}`, nameEn: '', province: 'Điện Biên' }, state: 'arrived', recall: 'none', arrivedAt: hoursAgo(5), ...more,
})
const units = [
  unit(1), unit(2, { arrivedAt: hoursAgo(3) }), unit(3, { remindedAt: hoursAgo(1) }), unit(4, { remindedAt: hoursAgo(6) }), unit(5, { state: 'registered' }),
  unit(6, { recall: 'asked' }), unit(7, { recall: 'refused', openedAt: hoursAgo(1), openedBy: 'Lò Thị Mai' }),
]
const tile = { code: '11', name: 'Điện Biên', units: units.length, version: 1, opened: 0, registered: 1, assigned: 0, inProgress: 0, finished: 0 } as Tile
const board = { documentId: 'd1', tiles: [tile], lateAfterMinutes: 240 } as unknown as Board
const outbox = vi.hoisted(() => ({ send: vi.fn(async () => ({})) }))
const view = vi.hoisted(() => ({ actions: ['remind'] as string[] }))
vi.mock('../../wire/api', () => ({ api: { boardTile: async () => ({ tile, units }) } }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: {} }) }))
vi.mock('../documents/useDocument', () => ({ useDocument: () => ({ data: { secrecy: 'normal', symbol: '1-CT/TW', actions: view.actions } }), seatFor: () => 1 }))
vi.mock('../../shell/PhoneBar', () => ({ PhoneBar: () => null }))

const show = () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TilePage board={board} code="11" />
    </QueryClientProvider>,
  )
}
const sent = () => (outbox.send.mock.calls as unknown as [{ path: string; body: { units: number[] } }][]).map(([{ path, body }]) => [path, body.units])

beforeEach(() => {
  vi.useFakeTimers({ now, shouldAdvanceTime: true })
  view.actions = ['remind']
  outbox.send.mockClear()
})
afterEach(() => vi.useRealTimers())

describe("a province's units on the board", () => {
  it('are reminded together: those that a reminder would reach, and no others', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Nhắc 3 đơn vị' }))
    expect(sent()).toEqual([['/api/documents/d1/remind', [1, 4, 7]]])
  })

  it('are reminded one by one', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Nhắc Xã 4' }))
    expect(sent()).toEqual([['/api/documents/d1/remind', [4]]])
    const rows = screen.getAllByRole('row').filter((row) => within(row).queryByRole('button', { name: /^Nhắc/ }))
    expect(rows).toHaveLength(3)
  })

  it('are not reminded by who may not', async () => {
    view.actions = []
    show()
    expect(await screen.findByRole('rowheader', { name: 'Xã 1' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Nhắc/ })).toBeNull()
  })
})
