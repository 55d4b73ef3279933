import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import '../i18n'
import { forgetForm, keepForm, placeOf } from '../kept/keptForms'
import { Outbox } from '../outbox/outbox'
import { Refusal, UnknownOutcome } from '../wire/refusal'
import { SignOutDialog } from './SignOutDialog'
import { useLossOfLeaving } from './lossOfLeaving'
import { useSignOut } from './useSignOut'

const held = vi.hoisted(() => ({ outbox: null as unknown, leave: vi.fn(), kept: 0 }))
vi.mock('../outbox/OutboxProvider', () => ({ useOutbox: () => held.outbox }))
vi.mock('./SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1 } }, leave: held.leave }) }))
vi.mock('../features/drafting/unsavedStore', () => ({ unsavedDrafts: () => Promise.resolve(held.kept) }))
const call = vi.hoisted(() => vi.fn<(path: string) => Promise<unknown>>())
vi.mock('../wire/http', () => ({ call, isUnanswered: () => false }))

const outbox = () => held.outbox as Outbox
const paths = () => call.mock.calls.map(([path]) => path)
const command = { key: 'k', path: '/api/assign', label: { key: 'acts.assign.name', params: { what: '1-CV/TU' } } }

function Page({ loss }: { loss: string | null }) {
  const signOut = useSignOut()
  useLossOfLeaving(loss)
  return (
    <>
      <button type="button" onClick={() => void signOut.ask('here')}>Đăng xuất</button>
      <SignOutDialog {...signOut} />
    </>
  )
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const signOut = async (loss: string | null = null) => {
  render(<Page loss={loss} />)
  await press('Đăng xuất')
}
const settled = () => act(() => new Promise((next) => setTimeout(next, 50)))

beforeEach(() => {
  held.outbox = new Outbox()
  held.leave.mockReset()
  held.kept = 0
  sessionStorage.clear()
  call.mockReset()
  call.mockResolvedValue({})
})

describe('signing out', () => {
  it('ends the session and leaves', async () => {
    await signOut()
    await settled()
    expect(paths()).toEqual(['/api/session'])
    expect(held.leave).toHaveBeenCalledOnce()
  })

  it('asks first what the page would lose, and what this browser keeps unsaved', async () => {
    sessionStorage.setItem('draft.1.new', '{}')
    sessionStorage.setItem('draft.2.new', '{}')
    held.kept = 2
    await signOut('Đang tải lên 1 tệp.')
    expect(screen.getByRole('dialog', { name: 'Đăng xuất thì mất phần chưa lưu' }).textContent).toMatch(/Đang tải lên 1 tệp\..*của 3 dự thảo/)
    await press('Ở lại trang')
    expect(call).not.toHaveBeenCalled()
    await press('Đăng xuất')
    await press('Vẫn đăng xuất')
    await settled()
    expect(held.leave).toHaveBeenCalledOnce()
  })

  it('asks first about what is typed into forms and not sent, of this person and not of another', async () => {
    const place = (official: number, documentId: string) => placeOf({ official, documentId, act: 'finish', isClassified: false })
    const held = [place(1, 'd1'), place(1, 'd2'), place(1, 'd3'), place(12, 'd1')]
    for (const one of held) keepForm(one, { result: one.key.includes('d3') ? ' ' : 'Đã rà soát', bodyStays: true })
    await signOut()
    expect(screen.getByRole('dialog', { name: 'Đăng xuất thì mất phần chưa lưu' }).textContent).toContain('Còn 2 biểu mẫu')
    expect(call).not.toHaveBeenCalled()
    held.forEach(forgetForm)
  })

  it('sends what is held back for undo before it ends the session', async () => {
    void outbox().hold(command)
    await signOut()
    await settled()
    expect(paths()).toEqual(['/api/assign', '/api/session'])
    expect(held.leave).toHaveBeenCalledOnce()
  })

  it('stays and says what was refused of it', async () => {
    call.mockImplementation((path) => (path === '/api/assign' ? Promise.reject(new Refusal(409, { code: 'notAllowedNow' })) : Promise.resolve({})))
    outbox().hold(command).catch(() => {})
    await signOut()
    await settled()
    expect(screen.getByRole('dialog').textContent).toMatch(/Chưa làm được: .*1-CV\/TU.*Văn bản vừa chuyển sang bước khác/)
    expect(paths()).toEqual(['/api/assign'])
    await press('Vẫn đăng xuất')
    await settled()
    expect(held.leave).toHaveBeenCalledOnce()
  })

  it('says without a line what is not sent, and that the session is not ended', async () => {
    call.mockRejectedValue(new UnknownOutcome('no answer'))
    outbox().setOnline(false)
    outbox().hold(command).catch(() => {})
    await signOut()
    await settled()
    expect(screen.getByRole('dialog').textContent).toMatch(/1 thao tác chưa được máy chủ trả lời.*Chưa gửi: .*1-CV\/TU/)
    await press('Vẫn đăng xuất')
    await settled()
    expect(screen.getByRole('dialog', { name: 'Chưa đăng xuất xong' }).textContent).toContain('Không có đường truyền tới máy chủ.')
    expect(held.leave).not.toHaveBeenCalled()

    call.mockRejectedValue(new Refusal(401, { code: 'signInRequired' }))
    await press('Thử lại ngay')
    await settled()
    expect(held.leave).toHaveBeenCalledOnce()
  })
})
