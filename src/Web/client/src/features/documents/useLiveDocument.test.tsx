import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isNotInScope, Refusal } from '../../wire/refusal'
import { useLiveDocument } from './useLiveDocument'

type Told = (change: { documentId: string; position: number }) => void
const line = vi.hoisted(() => ({ told: null as Told | null, closed: null as Told | null, watch: vi.fn(), unwatch: vi.fn(), document: vi.fn() }))
vi.mock('../../live/LiveProvider', () => ({
  useLive: () => ({
    connection: {
      on: (name: string, told: Told) => {
        line[name === 'DocumentClosed' ? 'closed' : 'told'] = told
        return () => {}
      },
      watch: (...what: string[]) => {
        line.watch(...what)
        return line.unwatch
      },
    },
  }),
}))
vi.mock('../../wire/api', () => ({ api: { document: line.document } }))

const show = () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
  return renderHook(() => useLiveDocument('d1'), { wrapper })
}

beforeEach(() => {
  vi.clearAllMocks()
  vi.spyOn(Math, 'random').mockReturnValue(0)
  line.document.mockResolvedValue({ id: 'd1', position: 7, state: 'issued' })
})

describe('a document on an open page', () => {
  it('is watched while the page is open', async () => {
    const { unmount } = show()
    await waitFor(() => expect(line.watch).toHaveBeenCalledWith('Document', 'd1'))
    unmount()
    expect(line.unwatch).toHaveBeenCalledOnce()
  })

  it('is read again when it moved on, and only then', async () => {
    const { result } = show()
    await waitFor(() => expect(result.current.data?.position).toBe(7))
    act(() => line.told!({ documentId: 'd1', position: 7 }))
    act(() => line.told!({ documentId: 'other', position: 99 }))
    expect(line.document).toHaveBeenCalledOnce()
    line.document.mockResolvedValue({ id: 'd1', position: 8, state: 'replaced' })
    act(() => line.told!({ documentId: 'd1', position: 8 }))
    await waitFor(() => expect(result.current.data?.state).toBe('replaced'))
    expect(line.document).toHaveBeenCalledTimes(2)
  })

  it('is read again at once when it was closed to the reader', async () => {
    const { result } = show()
    await waitFor(() => expect(result.current.data?.position).toBe(7))
    line.document.mockRejectedValue(new Refusal(404, { code: 'notInScope' }))
    act(() => line.closed!({ documentId: 'd1', position: 0 }))
    await waitFor(() => expect(isNotInScope(result.current.error)).toBe(true))
  })

  it('is read again when it moved while it was being read', async () => {
    let answer: (view: unknown) => void = () => {}
    line.document.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    const { result } = show()
    act(() => line.told!({ documentId: 'd1', position: 8 }))
    line.document.mockResolvedValue({ id: 'd1', position: 8, state: 'replaced' })
    answer({ id: 'd1', position: 7, state: 'issued' })
    await waitFor(() => expect(result.current.data?.state).toBe('replaced'))
  })
})
