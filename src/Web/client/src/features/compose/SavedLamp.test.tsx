import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import '../../i18n'
import { SavedLamp } from './SavedLamp'

const longAgo = Date.now() - 60_000

describe('the lamp of what is not saved', () => {
  it('says how many changes, and tells a screen reader once, without the number that grows with each letter', () => {
    const { container, rerender } = render(<SavedLamp saved={{ state: 'saving', since: longAgo, changes: 12 }} />)
    expect(container.textContent).toContain('Chưa lưu 12 thay đổi. Đừng đóng trang.')
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toBe('Chưa lưu. Đừng đóng trang.')
    rerender(<SavedLamp saved={{ state: 'saving', since: longAgo, changes: 13 }} />)
    expect(container.textContent).toContain('13 thay đổi')
    expect(screen.getByRole('alert')).toBe(alert)
  })

  it('names no number where none is known', () => {
    const { container } = render(<SavedLamp saved={{ state: 'saving', since: longAgo }} />)
    expect(container.textContent).not.toMatch(/\d/)
  })

  it('tells that it is saved in a region that stood before', () => {
    const { rerender } = render(<SavedLamp saved={{ state: 'dirty' }} />)
    const region = screen.getByRole('status')
    expect(region.textContent).toBe('')
    rerender(<SavedLamp saved={{ state: 'clean', at: '2026-11-23T14:32:08+07:00' }} />)
    expect(region.textContent).toBe('Đã lưu 14:32:08')
  })

  it('tells nobody of what is saved with every letter', () => {
    render(<SavedLamp saved={{ state: 'clean', at: '2026-11-23T14:32:08+07:00' }} told={false} />)
    expect(screen.getByText('Đã lưu 14:32:08')).toBeTruthy()
    expect(screen.queryByRole('status')).toBeNull()
  })
})
