import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import { keptForms } from '../../kept/keptForms'
import { Withdrawn, type Command } from '../../outbox/outbox'
import { notices } from '../../shell/notices'
import type { Action, DeliveryView, DocumentView } from '../../wire/documents'
import { Refusal } from '../../wire/refusal'
import { ActionBar } from './ActionBar'

interface Sent {
  command: Command
  done: () => void
  fail: (error: unknown) => void
}
const sent = vi.hoisted(() => [] as Sent[])
const leave = vi.hoisted(() => (command: unknown) =>
  new Promise((resolve, reject) => sent.push({ command, done: () => resolve({ stream: 's' }), fail: reject } as Sent)),
)
const outbox = vi.hoisted(() => ({ hold: leave, send: leave, withdraw: () => true }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))
vi.mock('../../shell/media', () => ({ useIsPhone: () => false }))
vi.mock('../../shell/SessionProvider', () => {
  const me = { official: { id: 1 }, seats: [{ id: 7, kind: 'post', role: 'leader', unit: { id: 'u' } }] }
  return { useSession: () => ({ me }) }
})
const seats = vi.hoisted(() => [{ seat: 9, name: 'Lò Thị Mai', title: 'Chuyên viên', unit: 'Văn phòng' }])
vi.mock('./useOpened', () => ({
  assigneesQuery: () => ({ queryKey: ['assignees'], queryFn: () => Promise.resolve([...seats]) }),
}))

const view = (actions: Action[], id = 'd1', secrecy = 'normal') =>
  ({ id, type: 'CT', typeName: 'Chỉ thị', symbol: '12-CT/TU', secrecy, unit: { id: 'u' }, actions, deliveries: [], history: [] }) as unknown as DocumentView
const delivery = {
  id: 'v1', unit: { id: 'u' }, state: 'registered',
  steps: [{ id: 's1', seat: 7, role: 'lead', state: 'opened', mine: true }],
} as unknown as DeliveryView

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
const bar = (shown: DocumentView, onDone = () => {}, of = delivery) => (
  <QueryClientProvider client={client}>
    <ActionBar key={shown.id} view={shown} delivery={of} onDone={onDone} />
    <input aria-label="chỗ khác" />
  </QueryClientProvider>
)
function show(actions: Action[], id?: string, of = delivery) {
  const onDone = vi.fn()
  const page = render(bar(view(actions, id), onDone, of))
  return { ...page, onDone, now: (next: Action[], other = id) => page.rerender(bar(view(next, other), onDone, of)) }
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const answer = (way: (one: Sent) => void) => act(async () => way(sent.at(-1)!))
const assign = async () => {
  await press('Phân xử lý')
  await userEvent.click(await screen.findByRole('checkbox', { name: /Chủ trì/ }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Ý kiến chỉ đạo' }), 'Báo cáo trước thứ Sáu')
  await press('Giao 1 nơi')
}
const toasts = () => notices.current().toasts.map(({ title }) => title.key)

beforeEach(() => {
  sent.length = 0
})
afterEach(() => act(() => notices.current().toasts.forEach((toast) => notices.dismiss(toast.id))))

it('asks whoever is only informed for no result', async () => {
  show(['finish'], 'k1', { ...delivery, steps: [{ ...delivery.steps[0]!, role: 'inform' }] })
  await press('Đã biết')
  expect(sent.map(({ command }) => command.body)).toEqual([{}])
})

describe('going on after an act', () => {
  it('comes when an act is held back for undo, and not again when it is acknowledged', async () => {
    const { onDone } = show(['assign'])
    await assign()
    expect(onDone).toHaveBeenCalledOnce()
    await answer((one) => one.done())
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('comes when an act is acknowledged that was sent', async () => {
    const { onDone } = show(['register'])
    await press('Tiếp nhận')
    expect(onDone).not.toHaveBeenCalled()
    await answer((one) => one.done())
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('comes from the field of the act itself', async () => {
    const { onDone } = show(['finish'])
    await press('Hoàn thành')
    await userEvent.type(screen.getByRole('textbox'), 'Đã rà soát{Control>}{Enter}{/Control}')
    await answer((one) => one.done())
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('leaves alone whoever went to another document meanwhile, or writes something', async () => {
    const { onDone, now, unmount } = show(['register'])
    await press('Tiếp nhận')
    await userEvent.type(screen.getByRole('textbox', { name: 'chỗ khác' }), 'ghi chú')
    await answer((one) => one.done())
    now(['register'], 'd2')
    await press('Tiếp nhận')
    unmount()
    await answer((one) => one.done())
    expect(onDone).not.toHaveBeenCalled()
  })
})

describe('the letter of handing work on', () => {
  it('is that of assigning, for whoever may only forward', async () => {
    show(['forward'], 'd17')
    await userEvent.keyboard('a')
    expect(screen.getByRole('dialog', { name: /Chuyển tiếp/ })).toBeTruthy()
  })

  it('assigns where both are allowed', async () => {
    show(['assign', 'forward'], 'd18')
    await userEvent.keyboard('a')
    expect(screen.getByRole('dialog', { name: /Giao việc/ })).toBeTruthy()
  })
})

const refused = new Refusal(409, { code: 'notAllowedNow' })

describe('returning a step', () => {
  const held = { ...delivery, steps: [{ ...delivery.steps[0]!, role: 'coordinate' as const, returnable: true }] }
  it('asks for the reason and sends it from the seat that holds the step', async () => {
    show(['finish', 'returnStep'], 'r1', held)
    await press('Trả lại')
    expect(screen.getByRole('dialog', { name: 'Trả lại việc theo 12-CT/TU cho người giao' })).toBeTruthy()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(sent).toHaveLength(0)
    await userEvent.type(screen.getByRole('textbox', { name: 'Lý do' }), 'Không thuộc lĩnh vực{Control>}{Enter}{/Control}')
    expect(sent[0]!.command).toMatchObject({ path: '/api/deliveries/v1/steps/s1/return', body: { reason: 'Không thuộc lĩnh vực' }, actingSeat: 7 })
    await answer((one) => one.done())
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(toasts()).toEqual(['acts.returnStep.done'])
  })

  it('is offered with no delivery that has no such step', () => {
    show(['finish', 'returnStep'], 'r2')
    expect(screen.queryByRole('button', { name: 'Trả lại' })).toBeNull()
  })
})

describe('while another document is chosen already', () => {
  it('nothing is done to the one that is still shown, by button or key', async () => {
    const passed = (passing: boolean) => (
      <QueryClientProvider client={client}>
        <ActionBar view={view(['register'])} delivery={delivery} passing={passing} />
      </QueryClientProvider>
    )
    const page = render(passed(true))
    await press('Tiếp nhận')
    await userEvent.keyboard('r')
    expect(sent).toHaveLength(0)

    page.rerender(passed(false))
    await userEvent.keyboard('r')
    expect(sent).toHaveLength(1)
  })
})

describe('an act that is refused', () => {
  it('is said in place to whoever is still there', async () => {
    show(['register'])
    await press('Tiếp nhận')
    await answer((one) => one.fail(refused))
    expect(screen.getByRole('group', { name: 'Chưa tiếp nhận được' })).toBeTruthy()
    expect(toasts()).toEqual([])
    await press('Đã hiểu')
  })

  it('is said in a toast to whoever has gone on, and in place where that leads', async () => {
    const { unmount } = show(['assign'], 'd3')
    await assign()
    unmount()
    await answer((one) => one.fail(refused))
    const { title, action } = notices.current().toasts[0]!
    expect(title).toEqual({ key: 'toasts.refusedAway', params: { act: 'giao việc 12-CT/TU' } })
    act(() => void action!.run())
    expect(location.pathname + location.search).toBe('/documents/d3?delivery=v1')
    show(['assign'], 'd3')
    expect(screen.getByRole('group', { name: 'Chưa giao việc được' })).toBeTruthy()
  })
})

describe('acts that are refused together', () => {
  const groups = () => screen.queryAllByRole('group').map((group) => group.getAttribute('aria-label'))
  it('are each said in place, until each is understood', async () => {
    const first = show(['assign', 'register'], 'd5')
    await assign()
    first.unmount()
    const second = show(['assign', 'register'], 'd5')
    await press('Tiếp nhận')
    second.unmount()
    await act(async () => sent.forEach((one) => one.fail(refused)))
    const { unmount: leave } = show(['assign', 'register'], 'd5')
    expect(groups()).toEqual(['Chưa giao việc được', 'Chưa tiếp nhận được'])
    await userEvent.click(screen.getAllByRole('button', { name: 'Đã hiểu' })[0]!)
    expect(groups()).toEqual(['Chưa tiếp nhận được'])
    leave()
    show(['assign', 'register'], 'd5')
    expect(groups()).toEqual(['Chưa tiếp nhận được'])
    await press('Đã hiểu')
  })

  it('are not said with another delivery of the document', async () => {
    const { unmount } = show(['assign'], 'd6')
    await assign()
    unmount()
    await answer((one) => one.fail(refused))
    show(['assign'], 'd6', { ...delivery, id: 'v2' })
    expect(groups()).toEqual([])
  })
})

describe('a form whose act was refused', () => {
  it('closes and goes on when it is changed and done', async () => {
    const { onDone } = show(['sign'], 'd11')
    await press('Ký')
    await userEvent.type(screen.getByLabelText('Mật khẩu của bạn'), 'sai{Enter}')
    await answer((one) => one.fail(refused))
    await userEvent.type(screen.getByLabelText('Mật khẩu của bạn'), ' rồi đúng{Enter}')
    expect(sent[1]!.command.key).not.toBe(sent[0]!.command.key)
    await answer((one) => one.done())
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('says nothing in the form of another act', async () => {
    show(['register', 'finish'], 'd12')
    await press('Tiếp nhận')
    await answer((one) => one.fail(refused))
    await press('Hoàn thành')
    expect(screen.getByRole('dialog')).toBeTruthy()
    expect(screen.queryByRole('group', { name: 'Chưa tiếp nhận được' })).toBeNull()
  })
})

describe('what is typed into the form of an act', () => {
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Kết quả xử lý' })
  const open = () => press('Hoàn thành')
  const instruction = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ý kiến chỉ đạo' }).value

  it('is there again after Esc, until it is recorded', async () => {
    show(['finish'], 'd4')
    await open()
    await userEvent.type(field(), 'Đã rà soát{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await open()
    expect(field().value).toBe('Đã rà soát')
    await userEvent.type(field(), '{Control>}{Enter}{/Control}')
    await answer((one) => one.done())
    await open()
    expect(field().value).toBe('')
  })

  it('is said to be of another time, and goes when the person wants to begin anew', async () => {
    show(['finish'], 'd17')
    await open()
    await userEvent.type(field(), 'Đã rà soát')
    expect(screen.queryByText(/^Đã giữ nội dung/)).toBeNull()
    await userEvent.keyboard('{Escape}')
    await open()
    expect(screen.getByText(/^Đã giữ nội dung/)).toBeTruthy()
    await press('Xóa để nhập lại')
    expect(screen.queryByText(/^Đã giữ nội dung/)).toBeNull()
    expect(field().value).toBe('')
    await userEvent.keyboard('{Escape}')
    await open()
    expect(field().value).toBe('')
  })

  it.each([['normal', 1], ['secret', 0]])('about a document that is %s is stored for a reload %i times', async (secrecy, times) => {
    sessionStorage.clear()
    render(bar(view(['finish'], `d18${secrecy}`, secrecy)))
    await open()
    await userEvent.type(field(), 'Đã rà soát{Escape}')
    expect(sessionStorage).toHaveLength(times)
    await open()
    expect(field().value).toBe('Đã rà soát')
  })

  it('is there again on a page that was left by something else', async () => {
    const { unmount } = show(['finish'], 'd5')
    await open()
    await userEvent.type(field(), 'Đã')
    unmount()
    show(['finish'], 'd5')
    await open()
    expect(field().value).toBe('Đã')
  })

  it('stays open when nothing is allowed any more', async () => {
    const { now } = show(['finish'], 'd6')
    await open()
    await userEvent.type(field(), 'Đã')
    now([])
    expect(field().value).toBe('Đã')
    now(['finish'])
    expect(field().value).toBe('Đã')
  })

  it('is no password', async () => {
    show(['sign'], 'd7')
    await press('Ký')
    await userEvent.type(screen.getByLabelText('Mật khẩu của bạn'), 'mật khẩu{Escape}')
    await press('Ký')
    expect(screen.getByLabelText<HTMLInputElement>('Mật khẩu của bạn').value).toBe('')
  })

  it('is no loss of signing out while it is on its way, and is there again when it was refused', async () => {
    const before = keptForms(1)
    const { unmount } = show(['assign'], 'd16')
    await assign()
    expect(keptForms(1)).toBe(before)
    unmount()
    await answer((one) => one.fail(refused))
    expect(keptForms(1)).toBe(before + 1)
    show(['assign'], 'd16')
    await press('Phân xử lý')
    expect(instruction()).toBe('Báo cáo trước thứ Sáu')
  })

  it('leaves out of an assignment who can be given nothing any more', async () => {
    seats.push({ seat: 10, name: 'Vũ Văn Bình', title: 'Chuyên viên', unit: 'Văn phòng' })
    client.clear()
    const { unmount } = show(['assign'], 'd15')
    await press('Phân xử lý')
    await userEvent.click((await screen.findAllByRole('checkbox', { name: /Phối hợp/ }))[0]!)
    await userEvent.click(screen.getAllByRole('checkbox', { name: /Chủ trì/ })[1]!)
    unmount()
    seats.pop()
    client.clear()
    show(['assign'], 'd15')
    await press('Phân xử lý')
    await screen.findByRole('button', { name: 'Giao 1 nơi' })
    await press('Giao 1 nơi')
    expect(screen.getByRole('alert')).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: /Chủ trì/ }))
    await press('Giao 1 nơi')
    expect(sent.at(-1)!.command.body).toMatchObject({ assignments: [{ seat: 9, role: 'lead' }] })
  })

  it('is not there for another delivery of the document', async () => {
    const { unmount } = show(['finish'], 'd13')
    await open()
    await userEvent.type(field(), 'Đã rà soát')
    unmount()
    const other = show(['finish'], 'd13', { ...delivery, id: 'v2' })
    await open()
    expect(field().value).toBe('')
    other.unmount()
    show(['finish'], 'd13')
    await open()
    expect(field().value).toBe('Đã rà soát')
  })

  it('comes back to the delivery that it is about when it is undone', async () => {
    const { unmount } = show(['assign'], 'd14')
    await assign()
    unmount()
    const other = show(['assign'], 'd14', { ...delivery, id: 'v2' })
    await answer((one) => one.fail(new Withdrawn()))
    expect(screen.queryByRole('dialog')).toBeNull()
    act(() => void notices.current().toasts.find(({ title }) => title.key === 'toasts.undone')!.action!.run())
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(location.pathname + location.search).toBe('/documents/d14?delivery=v1')
    other.unmount()
    show(['assign'], 'd14')
    expect(instruction()).toBe('Báo cáo trước thứ Sáu')
  })

  it('comes back when an assignment is undone: people, instruction and all', async () => {
    show(['assign'], 'd8')
    await assign()
    expect(screen.queryByRole('dialog')).toBeNull()
    await answer((one) => one.fail(new Withdrawn()))
    expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /Chủ trì/ })).checked).toBe(true)
    expect(instruction()).toBe('Báo cáo trước thứ Sáu')
  })

  it('comes back where the person asks for it who had gone on', async () => {
    const { unmount } = show(['assign'], 'd9')
    await assign()
    unmount()
    show(['assign'], 'd10')
    await answer((one) => one.fail(new Withdrawn()))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(toasts()).toContain('toasts.undone')
    act(() => void notices.current().toasts.find(({ title }) => title.key === 'toasts.undone')!.action!.run())
    expect(location.pathname).toBe('/documents/d9')
    show(['assign'], 'd9')
    expect(instruction()).toBe('Báo cáo trước thứ Sáu')
  })
})
