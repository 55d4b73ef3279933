import { render, screen, waitFor, type RenderResult } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import '../i18n'
import { PhoneBar } from './PhoneBar'
import { Shell } from './Shell'

const unit = (id: number, name: string) => ({ id, code: '', name, nameEn: name })
const session = vi.hoisted(() => ({ me: {} as unknown, seat: {} as unknown, chooseSeat: vi.fn(), savePreferences: vi.fn(() => Promise.resolve()) }))
vi.mock('./SessionProvider', () => ({ useSession: () => session }))
vi.mock('./media', () => ({ useIsPhone: () => true, useIsNarrow: () => true, useIsCompact: () => true }))
vi.mock('../live/LiveProvider', () => ({ useLink: () => ({ name: 'slow' }), useStore: () => ({ name: 'there' }), useInbox: () => null }))
const signOut = vi.hoisted(() => ({ state: null as { way: 'here'; name: string } | null, ask: vi.fn() }))
vi.mock('./useSignOut', () => ({ useSignOut: () => signOut }))
vi.mock('./ArrivalNotices', () => ({ ArrivalNotices: () => null }))
vi.mock('./OutboxNotices', () => ({ OutboxNotices: () => null }))
vi.mock('./LineBanner', () => ({ LineBanner: () => null }))
vi.mock('./ResumeDialog', () => ({ ResumeDialog: () => <p>Phiên đã kết thúc</p> }))

let page: RenderResult
beforeEach(async () => {
  const seats = [
    { id: 1, kind: 'desk', role: 'clerk', title: 'Văn thư', unit: unit(1, 'Văn phòng Tỉnh ủy') },
    { id: 2, kind: 'post', role: 'leader', title: 'Trưởng ban', unit: unit(2, 'Ban Tổ chức Tỉnh ủy') },
  ]
  Object.assign(session, { seat: seats[0], me: { official: { id: 1, name: 'Lê Minh Châu' }, seats, preferences: { locale: 'vi', theme: 'dark' }, operator: false } })
  signOut.state = null
  signOut.ask.mockReset()
  page = render(<Shell><PhoneBar title="Chờ tiếp nhận" /></Shell>)
  await userEvent.click(screen.getByRole('button', { name: 'Mở danh mục hộp văn bản' }))
})
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const hasFocus = () => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Mở danh mục hộp văn bản' }))
const isClosed = () => expect(screen.queryByRole('button', { name: 'Đóng danh mục' })).toBeNull()

describe('on a phone', () => {
  it('the bar says how the line is', () => {
    expect(screen.getByRole('banner').textContent).toContain('Mạng chậm')
  })

  it('the focus goes back to what opened the drawer when it closes', async () => {
    await press('Đóng danh mục')
    isClosed()
    hasFocus()
  })

  it('the focus goes back there from a dialog that the drawer opened', async () => {
    await press('Danh sách phím tắt')
    isClosed()
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(hasFocus)
  })

  it('the focus goes to the page when it is another one than that which opened the drawer', async () => {
    page.rerender(<Shell><PhoneBar key="other" title="Phối hợp" /></Shell>)
    await press('Đóng danh mục')
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })

  it('the drawer has the focus when it opens, and Escape closes it', async () => {
    expect(document.querySelector('.drawer__panel')).toBe(document.activeElement)
    await userEvent.keyboard('{Escape}')
    isClosed()
    hasFocus()
  })

  it('the drawer signs out', async () => {
    await press('Đăng xuất')
    expect(signOut.ask).toHaveBeenCalledExactlyOnceWith('here')
    isClosed()
  })

  it('the drawer leads to the preferences and changes the language', async () => {
    await press('Switch to English')
    expect(session.savePreferences).toHaveBeenCalledWith({ locale: 'en', theme: 'dark' })
    isClosed()
    await press('Mở danh mục hộp văn bản')
    await userEvent.click(screen.getByRole('link', { name: 'Tùy chọn và phiên làm việc' }))
    expect(location.pathname).toBe('/preferences')
    isClosed()
  })

  it('the drawer changes the unit that the person acts for', async () => {
    await press('Làm việc với tư cách Văn phòng Tỉnh ủy. Đổi đơn vị')
    await userEvent.click(screen.getByRole('menuitemradio', { name: /Ban Tổ chức Tỉnh ủy/ }))
    expect(session.chooseSeat).toHaveBeenCalledWith(expect.objectContaining({ id: 2 }))
    isClosed()
    hasFocus()
  })
})

it('does not ask to sign in again while the session ends because one signs out', () => {
  const asked = () => screen.queryByText('Phiên đã kết thúc')
  expect(asked()).not.toBeNull()
  signOut.state = { way: 'here', name: 'leaving' }
  page.rerender(<Shell>{null}</Shell>)
  expect(asked()).toBeNull()
})
