import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { DeliveryView, DocumentView, Step } from '../../wire/documents'
import { Refusal } from '../../wire/refusal'
import { Travel } from './Travel'

const sent = vi.hoisted(() => [] as { done: () => void; fail: (error: unknown) => void }[])
vi.mock('../../outbox/OutboxProvider', () => {
  const send = () => new Promise((resolve, reject) => sent.push({ done: () => resolve({ stream: 's' }), fail: reject }))
  return { useOutbox: () => ({ send }) }
})
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1 }, seats: [] } }) }))

const view = (id: string) =>
  ({ id, type: 'CT', typeName: 'Chỉ thị', symbol: '12-CT/TU', secrecy: 'normal', unit: { id: 'u' }, actions: [], deliveries: [], history: [] }) as unknown as DocumentView
const step = (id: string, holder: string) => ({ id, seat: 9, holder, title: 'Chuyên viên', role: 'lead', state: 'waiting', assignedAt: new Date().toISOString(), recallable: true })
const delivery = {
  id: 'v1', unit: { id: 'u', name: 'Văn phòng' }, state: 'registered', steps: [step('s1', 'Lò Thị Mai'), step('s2', 'Vũ Văn Bình')],
} as unknown as DeliveryView

const show = (id: string) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Travel view={view(id)} delivery={delivery} />
    </QueryClientProvider>,
  )
const take = (holder: string) => userEvent.click(screen.getByRole('button', { name: `Thu hồi việc ${holder}` }))
const say = (words: string) => userEvent.type(screen.getByRole('textbox'), words)
const refused = new Refusal(409, { code: 'notAllowedNow' })

beforeEach(() => {
  sent.length = 0
})

describe('taking a step back', () => {
  it('says that it was refused to whoever closed the form meanwhile', async () => {
    show('t1')
    await take('Lò Thị Mai')
    await say('Giao nhầm{Control>}{Enter}{/Control}{Escape}')
    await act(async () => sent[0]!.fail(refused))
    expect(screen.getByRole('group', { name: 'Chưa thu hồi việc được' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Đã hiểu' }))
    expect(screen.queryByRole('group', { name: 'Chưa thu hồi việc được' })).toBeNull()
  })

  it('leaves open the form of another step', async () => {
    show('t2')
    await take('Lò Thị Mai')
    await say('Giao nhầm{Control>}{Enter}{/Control}{Escape}')
    await take('Vũ Văn Bình')
    await say('Việc khác')
    await act(async () => sent[0]!.done())
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Việc khác')
  })
})

describe('a step that waits', () => {
  const travel = (steps: object[]) => (
    <QueryClientProvider client={new QueryClient()}>
      <Travel view={view('t9')} delivery={{ ...delivery, steps } as unknown as DeliveryView} />
    </QueryClientProvider>
  )
  afterEach(() => vi.useRealTimers())

  it('says when it was opened and by whom', () => {
    render(travel([{ ...step('s1', 'Lò Thị Mai'), state: 'opened', openedAt: '2026-11-20T02:02:00Z', openedBy: { id: 4, name: 'Nguyễn Hoài An' } }]))
    expect(screen.getByRole('treeitem', { name: /Lò Thị Mai/ }).textContent).toMatch(/09:02, Hoài An/)
  })

  it('becomes one that nobody opened while the page stands open', () => {
    vi.useFakeTimers()
    render(travel([step('s1', 'Lò Thị Mai')]))
    const row = () => screen.getByRole('treeitem', { name: /Lò Thị Mai/ }).textContent
    expect(row()).not.toContain('Chưa mở')
    act(() => void vi.advanceTimersByTime(4 * 3_600_000))
    expect(row()).toContain('Chưa mở')
  })
})

describe('a step that was returned', () => {
  it('stays, with who gave it back, when and why', () => {
    const returned = {
      ...step('s3', 'Lò Thị Mai'), recallable: false, state: 'returned', doneAt: '2026-11-23T07:06:00Z', doneBy: { id: 3, name: 'Lò Thị Mai' }, result: 'Không thuộc lĩnh vực',
    } as unknown as Step
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Travel view={view('t3')} delivery={{ ...delivery, steps: [returned] }} />
      </QueryClientProvider>,
    )
    const row = screen.getAllByRole('treeitem')[1]!
    expect(row.textContent).toMatch(/Đã trả lại, .*Lò Thị Mai.*Lý do: Không thuộc lĩnh vực.*Đã trả lại 23\/11 14:06/)
    expect(screen.getByRole('img', { name: 'Không còn hiệu lực' })).toBeTruthy()
  })
})
