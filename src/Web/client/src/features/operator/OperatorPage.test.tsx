import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import { notices } from '../../shell/notices'
import type { NodeList, NodeReport } from '../../wire/nodes'
import { Refusal } from '../../wire/refusal'
import OperatorPage from './OperatorPage'

const held = vi.hoisted(() => ({ operator: true, nodes: vi.fn(), send: vi.fn() }))
vi.mock('../../wire/api', () => ({ api: { nodes: held.nodes } }))
vi.mock('../../shell/media', () => ({ useIsPhone: () => false }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => ({ send: held.send }) }))
vi.mock('../../shell/SessionProvider', () => ({
  useSession: () => ({ me: { operator: held.operator, seats: [{ id: 9, kind: 'post', role: 'operator', title: '' }] } }),
}))

const first: NodeReport = {
  name: 'nut-1',
  state: 'ready',
  figures: {
    servesPeople: true, decides: true, version: '1.4.2', since: '2026-11-20T01:00:00.000Z', connections: 18_204, cpuShare: 0.46,
    memoryBytes: 512 * 1_048_576, commitsPerSecond: 84.2, batchSize: 8.4, commitMsP50: 4.2, commitMsP99: 9.1, queueLength: 0, pushLagMsP99: 620, lostHints: 0,
    oldestJobSeconds: 0,
  },
}
const second: NodeReport = { ...first, name: 'nut-2', figures: { ...first.figures!, servesPeople: false, version: '1.4.1', pushLagMsP99: undefined } }
const list = (...nodes: NodeReport[]): NodeList => ({ at: '2026-11-23T07:10:07.000Z', nodes, otherDeciders: [] })

function show() {
  const queries = new QueryClient()
  render(
    <QueryClientProvider client={queries}>
      <OperatorPage />
    </QueryClientProvider>,
  )
  return queries
}
const row = (name: string) => screen.getByRole('rowheader', { name: new RegExp(name) }).closest('tr')!

beforeEach(() => {
  held.operator = true
  held.nodes.mockReset()
  held.send.mockReset()
})

describe('the operator page', () => {
  it('shows a row a node, and colours the number that is above its threshold', async () => {
    held.nodes.mockResolvedValue(list(first, second, { name: 'nut-3', state: 'notAnswering' }))
    show()
    const cells = within(await screen.findByRole('table'))
    expect(cells.getAllByRole('row')).toHaveLength(4)
    expect(within(row('nut-1')).getByText('18.204')).toBeTruthy()
    expect(within(row('nut-1')).getByText(/^620 ms/).className).toContain('figure--warn')
    expect(within(row('nut-2')).getByText('Lõi')).toBeTruthy()
    expect(within(row('nut-3')).getByText('Mất liên lạc')).toBeTruthy()
    expect(within(row('nut-3')).queryByRole('button')).toBeNull()
    expect(screen.getByText(/Số liệu mỗi 2 giây, 14:10:07/)).toBeTruthy()
    expect(screen.getByText('Nhiều phiên bản cùng chạy: 1.4.1, 1.4.2.')).toBeTruthy()
  })

  it('tells a node that was told to stop from one that was lost', async () => {
    held.nodes.mockResolvedValue(list(first, { name: 'nut-2', state: 'stopped' }, { name: 'nut-3', state: 'declaredDead' }))
    show()
    await screen.findByRole('table')
    expect(within(row('nut-2')).getByText('Dừng theo lệnh')).toBeTruthy()
    expect(within(row('nut-3')).getByText('Mất')).toBeTruthy()
    expect(screen.queryByText(/nut-2 đã mất/)).toBeNull()
    expect(screen.getByText('nut-3 đã mất.')).toBeTruthy()
  })

  it('is no page for anybody else, and asks for nothing', () => {
    held.operator = false
    show()
    expect(screen.queryByRole('table')).toBeNull()
    expect(held.nodes).not.toHaveBeenCalled()
  })

  it('says that it was refused, and shows no figure from before', async () => {
    held.nodes.mockResolvedValueOnce(list(first)).mockRejectedValue(new Refusal(403, { code: 'notYourRole' }))
    const queries = show()
    await screen.findByRole('table')
    await queries.refetchQueries({ queryKey: ['nodes'] })
    await screen.findByText('Chưa tải được')
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('says of what moment its figures are when no newer ones come', async () => {
    held.nodes.mockResolvedValueOnce(list(first)).mockRejectedValue(new Refusal(503, { code: 'unavailable' }))
    const queries = show()
    await screen.findByRole('table')
    await queries.refetchQueries({ queryKey: ['nodes'] })
    expect(await screen.findByText('Số liệu lúc 14:10:07, đang hỏi lại')).toBeTruthy()
    expect(screen.getByRole('table').className).toBe('node-table__old')
  })
})

describe('draining', () => {
  const open = async (...nodes: NodeReport[]) => {
    held.nodes.mockResolvedValue(list(...nodes))
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Rút tải nut-1' }))
    return within(await screen.findByRole('dialog'))
  }

  it('waits until the name is typed', async () => {
    held.send.mockResolvedValue({})
    const dialog = await open(first, { ...first, name: 'nut-2' })
    const button = dialog.getByRole<HTMLButtonElement>('button', { name: 'Rút tải nut-1' })
    await userEvent.keyboard('nut-{Enter}')
    expect(button.disabled).toBe(true)
    expect(held.send).not.toHaveBeenCalled()
    await userEvent.keyboard('1{Enter}')
    expect(held.send).toHaveBeenCalledWith(expect.objectContaining({ path: '/api/operator/nodes/nut-1/drain', body: { last: false }, actingSeat: 9 }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('asks once more for the last node', async () => {
    held.send.mockResolvedValue({})
    const dialog = await open(first, { ...first, name: 'nut-2', state: 'draining' })
    await userEvent.keyboard('nut-1{Enter}')
    expect(held.send).not.toHaveBeenCalled()
    await userEvent.click(dialog.getByRole('checkbox'))
    await userEvent.click(dialog.getByRole('button', { name: 'Rút tải nut-1' }))
    expect(held.send).toHaveBeenCalledWith(expect.objectContaining({ body: { last: true } }))
  })

  it('asks when the server says that it became the last, under another id', async () => {
    held.send.mockRejectedValueOnce(new Refusal(409, { code: 'lastReadyNode' })).mockResolvedValue({})
    const dialog = await open(first, { ...first, name: 'nut-2' })
    await userEvent.keyboard('nut-1{Enter}')
    await userEvent.click(await dialog.findByRole('checkbox'))
    await userEvent.click(dialog.getByRole('button', { name: 'Rút tải nut-1' }))
    const [before, after] = held.send.mock.calls.map(([command]) => command)
    expect([before.body, after.body]).toEqual([{ last: false }, { last: true }])
    expect(after.key).not.toBe(before.key)
  })
})

describe('a drain that goes on', () => {
  const draining: NodeReport = {
    ...first, state: 'draining',
    drain: { step: 'moving', since: '2026-11-23T07:09:21.000Z', connections: 17_950, left: 2_316, perSecond: 400 },
  }

  it('shows its steps, and how many connections have moved', async () => {
    held.nodes.mockResolvedValue(list(draining, second))
    show()
    const panel = within(await screen.findByRole('region', { name: 'Rút tải nut-1' }))
    expect(panel.getByText('15.634 trên 17.950 kết nối đã chuyển')).toBeTruthy()
    expect(panel.getByText('còn khoảng 6 giây')).toBeTruthy()
    expect(panel.getByText(/Ngừng nhận kết nối mới/).textContent).toContain('14:09:21')
    expect(panel.getByText(/Chuyển kết nối theo đợt/).getAttribute('aria-current')).toBe('step')
    expect(within(row('nut-1')).queryByRole('button', { name: 'Rút tải nut-1' })).toBeNull()
  })

  it('is taken back by a command', async () => {
    held.nodes.mockResolvedValue(list(draining, second))
    held.send.mockResolvedValue({})
    show()
    await screen.findByRole('table')
    await userEvent.click(within(row('nut-1')).getByRole('button', { name: 'Dừng rút tải nut-1' }))
    expect(held.send).toHaveBeenCalledWith(expect.objectContaining({ path: '/api/operator/nodes/nut-1/resume', actingSeat: 9 }))
    expect(notices.current().toasts.at(-1)?.title).toEqual({ key: 'acts.resume.done', params: { what: 'nut-1' } })
  })

  it('says when it is too late for that', async () => {
    held.nodes.mockResolvedValue(list(draining, second))
    held.send.mockRejectedValue(new Refusal(409, { code: 'notAllowedNow' }))
    show()
    await screen.findByRole('table')
    await userEvent.click(within(row('nut-1')).getByRole('button', { name: 'Dừng rút tải nut-1' }))
    await waitFor(() => expect(notices.current().toasts.at(-1)?.title.key).toBe('operator.drain.tooLate'))
  })

  it('cannot be taken back from a node that stops', async () => {
    held.nodes.mockResolvedValue(list({ ...draining, drain: { ...draining.drain!, step: 'stopping', left: 0 } }, second))
    show()
    await screen.findByRole('table')
    expect(within(row('nut-1')).queryByRole('button')).toBeNull()
  })
})
