import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Dialog } from '../../components/Dialog'
import type { Command } from '../../outbox/outbox'
import type { DocumentView } from '../../wire/documents'
import { useOpened } from './useOpened'

const outbox = vi.hoisted(() => ({ send: vi.fn<(command: Command) => Promise<void>>(() => Promise.resolve()) }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))
const me = { official: { id: 1 }, seats: [{ id: 7, unit: { id: 'u1' } }] }
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me }) }))
const held = vi.hoisted(() => ({ items: new Map<string, unknown>() }))
vi.mock('../../live/LiveProvider', () => ({ useInbox: () => held }))

// What was reported once is never reported again by this page: every test opens a document of its own.
let last = 0
let view: DocumentView
const queries = new QueryClient()

function Reader() {
  useOpened(view)
  return null
}
const screenWith = (dialog: boolean) => (
  <QueryClientProvider client={queries}>
    <Reader />
    {dialog && <Dialog title="Hỏa tốc" onClose={() => {}} actions={null} dismissable={false} />}
  </QueryClientProvider>
)
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const sent = () => outbox.send.mock.calls.map(([{ path }]) => path)

beforeEach(() => {
  vi.useFakeTimers()
  outbox.send.mockClear()
  const id = ++last
  view = { id: `d${id}`, typeName: 'Công điện', position: 1, deliveries: [{ id: `v${id}`, state: 'arrived', openedAt: null, unit: { id: 'u1' }, steps: [] }] } as unknown as DocumentView
  const item = { seat: 7, subject: `v${id}`, reason: 'delivery', documentId: `d${id}`, readBy: [], arrivedAt: '2026-12-01T07:00:00Z' }
  held.items = new Map([[`7/delivery/v${id}`, item]])
})
afterEach(() => void vi.useRealTimers())

describe('a document on the screen', () => {
  it('is opened and read once it was there for two seconds', async () => {
    render(screenWith(false))
    await pass(1_900)
    expect(sent()).toEqual([])
    await pass(100)
    expect(sent()).toEqual([`/api/deliveries/v${last}/open`, '/api/inbox/read'])
  })

  it('is not opened while a notice stands over it, however long, and two seconds after that was answered', async () => {
    const page = render(screenWith(true))
    await pass(60_000)
    expect(sent()).toEqual([])
    page.rerender(screenWith(false))
    await pass(1_900)
    expect(sent()).toEqual([])
    await pass(100)
    expect(sent()).toHaveLength(2)
  })

  it('is not opened by a notice that came within the two seconds', async () => {
    const page = render(screenWith(false))
    await pass(1_500)
    page.rerender(screenWith(true))
    await pass(60_000)
    expect(sent()).toEqual([])
  })

  it('is not opened on a page that is not looked at', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    render(screenWith(false))
    await pass(60_000)
    expect(sent()).toEqual([])
    hidden.mockReturnValue(false)
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    await pass(2_000)
    expect(sent()).toHaveLength(2)
    hidden.mockRestore()
  })
})
