import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isNotInScope, Refusal } from '../../wire/refusal'
import { useBoard } from './useBoard'

type Listener = (change: unknown) => void
const line = vi.hoisted(() => ({ listeners: new Map<string, Listener>(), watched: [] as string[] }))
vi.mock('../../live/LiveProvider', () => {
  const connection = {
    on: (name: string, listener: Listener) => {
      line.listeners.set(name, listener)
      return () => line.listeners.delete(name)
    },
    watch: (what: string) => {
      line.watched.push(what)
      return () => line.watched.splice(line.watched.indexOf(what), 1)
    },
  }
  return { useLive: () => ({ connection }) }
})
const wire = vi.hoisted(() => ({ board: vi.fn(), document: vi.fn() }))
vi.mock('../../wire/api', () => ({ api: wire }))

const board = (version: number) => ({ documentId: 'd1', version, tiles: [], feed: [], plot: [], totals: {} })
const missing = new Refusal(404, { code: 'notInScope' })

function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
  return renderHook(() => useBoard('d1'), { wrapper })
}
const moves = (position: number) => act(async () => line.listeners.get('DocumentChanged')!({ documentId: 'd1', position }))

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  line.listeners.clear()
  line.watched.length = 0
  wire.board.mockReset()
  wire.document.mockReset()
})

describe('a board', () => {
  it('that was opened before the issue is there when the document is issued, and is watched then', async () => {
    wire.board.mockRejectedValue(missing)
    wire.document.mockResolvedValue({ id: 'd1', position: 5, board: false })
    const { result } = show()
    await waitFor(() => expect(isNotInScope(result.current.error)).toBe(true))
    await waitFor(() => expect(line.watched).toEqual(['Document']))
    await waitFor(() => expect(wire.document).toHaveBeenCalledOnce())
    expect(wire.board).toHaveBeenCalledOnce()

    wire.board.mockResolvedValue(board(1))
    wire.document.mockResolvedValue({ id: 'd1', position: 6, board: true })
    await moves(6)
    await waitFor(() => expect(result.current.data?.version).toBe(1))
    expect(line.watched).toEqual(['Board'])
    await act(async () => line.listeners.get('BoardChanged')!(board(2)))
    await waitFor(() => expect(result.current.data?.version).toBe(2))
  })

  it('that stays missing is asked for once for each move of its document', async () => {
    wire.board.mockRejectedValue(missing)
    wire.document.mockResolvedValue({ id: 'd1', position: 5, board: true })
    show()
    await waitFor(() => expect(wire.board).toHaveBeenCalledTimes(2))
    wire.document.mockResolvedValue({ id: 'd1', position: 6, board: true })
    await moves(6)
    await waitFor(() => expect(wire.board).toHaveBeenCalledTimes(3))
  })

  it('of whom it is not for any more is brought back by no push', async () => {
    wire.board.mockResolvedValue(board(1))
    const { result } = show()
    await waitFor(() => expect(result.current.data).toBeDefined())
    wire.board.mockRejectedValue(missing)
    await act(async () => void result.current.refetch())
    await waitFor(() => expect(isNotInScope(result.current.error)).toBe(true))
    expect(line.watched).toEqual([])
  })

  it('is watched from the beginning where there is one, and its document is not', async () => {
    wire.board.mockResolvedValue(board(1))
    const { result } = show()
    expect(line.watched).toEqual(['Board'])
    await waitFor(() => expect(result.current.data).toBeDefined())
    expect([line.watched, wire.document.mock.calls]).toEqual([['Board'], []])
  })
})
