import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Tile, TilePage } from '../../wire/board'
import { Refusal } from '../../wire/refusal'
import { refusedWaitMs, rereadMs, useTile } from './useTile'

const wire = vi.hoisted(() => ({ boardTile: vi.fn<(document: string, code: string) => Promise<TilePage>>() }))
vi.mock('../../wire/api', () => ({ api: wire }))

const tile = (version: number) => ({ code: '11', version }) as Tile
const read = (version: number, openedBy?: string) => ({ tile: tile(version), units: [{ openedBy }] }) as unknown as TilePage

function show(version: number) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
  return renderHook(({ pushed }) => useTile('d1', '11', pushed), { wrapper, initialProps: { pushed: tile(version) } })
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  wire.boardTile.mockReset()
  wire.boardTile.mockResolvedValue(read(4))
})
afterEach(() => vi.useRealTimers())

describe('the units of a tile', () => {
  it('are read again when one of them was only opened', async () => {
    const { result, rerender } = show(4)
    await waitFor(() => expect(result.current.data).toBeDefined())
    await act(() => vi.advanceTimersByTimeAsync(5 * rereadMs))
    expect(wire.boardTile).toHaveBeenCalledOnce()

    wire.boardTile.mockResolvedValue(read(5, 'Lò Thị Mai'))
    rerender({ pushed: tile(5) })
    await act(() => vi.advanceTimersByTimeAsync(rereadMs))
    await waitFor(() => expect(result.current.data?.units[0]?.openedBy).toBe('Lò Thị Mai'))
  })

  it('are read at most once in that time, and not put off, while many open at once', async () => {
    const { result, rerender } = show(4)
    await waitFor(() => expect(result.current.data).toBeDefined())
    wire.boardTile.mockImplementation(() => Promise.resolve(read(4 + wire.boardTile.mock.calls.length)))
    const began = performance.now()
    for (let at = 1; at <= 40; at++) {
      rerender({ pushed: tile(100 + at) })
      await act(() => vi.advanceTimersByTimeAsync(rereadMs / 4))
    }
    expect(wire.boardTile.mock.calls.length).toBeGreaterThanOrEqual(8)
    // The fake clock goes on with the real one.
    expect(wire.boardTile.mock.calls.length).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - began) / rereadMs))
  })

  it('are asked for once more when a reading failed', async () => {
    const { result, rerender } = show(4)
    await waitFor(() => expect(result.current.data).toBeDefined())
    wire.boardTile.mockRejectedValueOnce(new Error('away')).mockResolvedValue(read(5, 'Lò Thị Mai'))
    rerender({ pushed: tile(5) })
    await act(() => vi.advanceTimersByTimeAsync(3 * rereadMs))
    await waitFor(() => expect(result.current.data?.units[0]?.openedBy).toBe('Lò Thị Mai'))
  })

  it.each([[404, 'notInScope', 0], [429, 'busy', 2]])('after a %i are asked for %s: %i times more in a while', async (status, code, more) => {
    const { result, rerender } = show(4)
    await waitFor(() => expect(result.current.data).toBeDefined())
    wire.boardTile.mockRejectedValue(new Refusal(status, { code }))
    rerender({ pushed: tile(5) })
    await act(() => vi.advanceTimersByTimeAsync(2 * rereadMs))
    const asked = wire.boardTile.mock.calls.length
    await act(() => vi.advanceTimersByTimeAsync(2 * refusedWaitMs + rereadMs))
    expect(wire.boardTile.mock.calls.length - asked).toBe(more)
  })
})
