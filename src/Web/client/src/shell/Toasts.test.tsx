import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Inbox } from 'lucide-react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../i18n'
import { Dialog } from '../components/Dialog'
import { onAnnounced, type Said } from './announcer'
import { focusNextPane, useKeys } from './keys'
import { notices, type Toast } from './notices'
import { setLettersOn } from './settings'
import { Toasts } from './Toasts'

const one = (symbol: string, more: Partial<Toast> = {}) =>
  act(() => void notices.toast({ icon: Inbox, tone: 'info', title: { key: 'toasts.newDocument', params: { symbol } }, sticky: false, mergeKey: symbol, ...more }))
const cards = () => screen.queryAllByRole('group').map((card) => card.textContent)

afterEach(() => {
  vi.useRealTimers()
  act(() => notices.current().toasts.forEach((toast) => notices.dismiss(toast.id)))
})

describe('toasts', () => {
  it('merge when they are the same, and count', () => {
    render(<Toasts />)
    one('1-CV')
    one('1-CV')
    one('1-CV')
    expect(cards()).toEqual(['Văn bản mới: 1-CV ×3'])
  })

  it('that count in their title add the counts up', () => {
    render(<Toasts />)
    for (let at = 0; at < 3; at++) one('', { title: { key: 'words.classifiedNotice', params: { count: 1 } }, mergeKey: 'classified', sums: true })
    expect(cards()).toEqual(['Có 3 văn bản cần xử lý'])
  })

  it('are three at most; what must stay outlives what may leave', () => {
    render(<Toasts />)
    one('1-CV', { sticky: true })
    one('2-CV')
    one('3-CV')
    one('4-CV')
    expect(cards()).toEqual(['Văn bản mới: 1-CV', 'Văn bản mới: 3-CV', 'Văn bản mới: 4-CV'])
  })

  it('never make room when they are a way to undo or a problem', () => {
    render(<Toasts />)
    one('1-CV', { sticky: true, until: Date.now() + 10_000 })
    one('2-CV', { sticky: true, tone: 'warn' })
    one('3-CV', { sticky: true })
    one('4-CV', { sticky: true, tone: 'warn' })
    expect(cards()).toEqual(['Văn bản mới: 1-CV', 'Văn bản mới: 2-CV', 'Văn bản mới: 4-CV'])
    one('5-CV')
    one('6-CV')
    expect(cards()).toEqual(['Văn bản mới: 1-CV', 'Văn bản mới: 2-CV', 'Văn bản mới: 4-CV', 'Văn bản mới: 6-CV'])
  })

  it('leave after eight seconds unless they must be handled', () => {
    vi.useFakeTimers()
    render(<Toasts />)
    one('1-CV')
    one('2-CV', { sticky: true })
    act(() => void vi.advanceTimersByTime(8_000))
    expect(cards()).toEqual(['Văn bản mới: 2-CV'])
  })

  it('do their act and go', async () => {
    const run = vi.fn()
    render(<Toasts />)
    one('1-CV', { action: { words: { key: 'toasts.open' }, run } })
    await userEvent.click(screen.getByRole('button', { name: 'Mở' }))
    expect(run).toHaveBeenCalledOnce()
    expect(cards()).toEqual([])
  })

  it('stay when their act did not take', async () => {
    render(<Toasts />)
    one('1-CV', { action: { words: { key: 'toasts.doNotSend' }, run: () => false } })
    await userEvent.click(screen.getByRole('button', { name: 'Không gửi' }))
    expect(cards()).toHaveLength(1)
  })
})

describe('a held act', () => {
  const hold = (count: number, run = vi.fn()) => {
    act(() => void notices.toast({ icon: Inbox, tone: 'info', title: { key: 'documents.assignUndo', params: { count } }, sticky: true, until: Date.now() + 10_000, action: { words: { key: 'toasts.undo' }, run } }))
    return run
  }
  const heard = () => {
    const said = vi.fn<(said: Said) => void>()
    onAnnounced(said)
    return () => said.mock.calls.map(([{ polite }]) => polite.words)
  }

  it('is said with the key that undoes it, and what was done is said', () => {
    vi.useFakeTimers()
    const words = heard()
    render(<Toasts />)
    hold(3)
    act(() => void vi.advanceTimersByTime(20_000))
    one('', { tone: 'ok', title: { key: 'acts.sign.done' } })
    act(() => void vi.advanceTimersByTime(20_000))
    expect(words()).toEqual(['Sẽ giao 3 nơi. Bấm Z trong 10 giây để hoàn tác.', 'Đã ký'])
  })

  it('is said without the key where letters are switched off', () => {
    // Later than all that other tests had said.
    vi.useFakeTimers({ now: Date.now() + 600_000 })
    setLettersOn(false)
    const words = heard()
    render(<Toasts />)
    hold(3)
    act(() => void vi.advanceTimersByTime(20_000))
    setLettersOn(true)
    expect(words()).toEqual(['Sẽ giao 3 nơi. Còn 10 giây để hoàn tác'])
  })

  it('is undone last first', () => {
    render(<Toasts />)
    const [first, second] = [hold(1), hold(2)]
    act(() => void notices.undo())
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1])
    act(() => void notices.undo())
    expect(first).toHaveBeenCalledOnce()
    expect(notices.undo()).toBe(false)
  })
})

describe('toasts beside a dialog', () => {
  function Page() {
    useKeys({ F6: focusNextPane })
    return (
      <>
        <button type="button">trang</button>
        <Toasts />
        <Dialog title="Tiếp nhận" onClose={() => {}} actions={<button type="button">Thôi</button>}>
          <input aria-label="số đến" />
        </Dialog>
      </>
    )
  }
  const close = () => screen.getByRole('button', { name: 'Đóng' })

  it('are read, and closed by hand; the focus goes back into the dialog', async () => {
    render(<Page />)
    one('1-CV', { sticky: true })
    expect(close().closest('[inert], [aria-hidden="true"]')).toBeNull()
    expect(screen.getByText('trang').closest('[inert], [aria-hidden="true"]')).not.toBeNull()
    screen.getByRole('textbox').focus()
    await userEvent.click(close())
    expect(cards()).toEqual([])
    expect(screen.getByRole('dialog')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
  })

  it('are reached by F6, and left by it; Tab stays in the dialog', async () => {
    render(<Page />)
    one('1-CV', { sticky: true })
    screen.getByRole('textbox').focus()
    await userEvent.tab()
    await userEvent.tab()
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    await userEvent.keyboard('{F6}')
    expect(document.activeElement).toBe(close())
    await userEvent.keyboard('{F6}')
    expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true)
  })

  it('are the last pane of a page without a dialog', async () => {
    function Plain() {
      useKeys({ F6: focusNextPane })
      return <Toasts />
    }
    render(<Plain />)
    one('1-CV', { sticky: true })
    await userEvent.keyboard('{F6}')
    expect(document.activeElement).toBe(close())
  })

  it('leave the focus where it is when there are none', async () => {
    render(<Page />)
    screen.getByRole('textbox').focus()
    await userEvent.keyboard('{F6}')
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
  })
})
