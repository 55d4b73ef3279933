import { onlineManager } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../i18n'
import { LiveRegions } from '../shell/LiveRegions'
import { RuledLines } from './EmptyState'

const words = 'Máy này chưa có nội dung trang này. Trang sẽ tự hiện khi có mạng lại.'
afterEach(() => {
  vi.useRealTimers()
  onlineManager.setOnline(true)
})

describe('the lines of what is being read', () => {
  it('say that nothing is read without a network, and are lines again with it', () => {
    const { container } = render(<RuledLines />)
    expect(container.querySelectorAll('.ruled__line')).toHaveLength(8)
    act(() => onlineManager.setOnline(false))
    expect(screen.getByText(words)).toBeTruthy()
    act(() => onlineManager.setOnline(true))
    expect(container.querySelectorAll('.ruled__line')).toHaveLength(8)
  })

  it('come as words where there is no network, which a region tells that stood before', async () => {
    vi.useFakeTimers()
    onlineManager.setOnline(false)
    const page = (reading: boolean) => <><LiveRegions />{reading && <RuledLines />}</>
    const { rerender } = render(page(false))
    const region = screen.getByRole('status')
    rerender(page(true))
    await act(() => vi.advanceTimersByTimeAsync(5_000))
    expect(region.textContent).toBe(words)
  })
})
