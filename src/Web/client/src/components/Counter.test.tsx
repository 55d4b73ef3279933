import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../i18n'
import { Counter } from './signs'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a counter', () => {
  it('shows every number in full, never a bound such as 99+', () => {
    const { container, rerender } = render(<Counter value={100} />)
    expect(container).toHaveProperty('textContent', '100')
    rerender(<Counter value={1318} />)
    expect(container.querySelector('.counter__number')).toHaveProperty('textContent', '1.318')
  })

  it('shows a dash for what is not known, and a nought for nothing', () => {
    const { container, rerender } = render(<Counter value={null} />)
    expect(container).toHaveProperty('textContent', '–')
    rerender(<Counter value={0} />)
    expect(container).toHaveProperty('textContent', '0')
  })

  it('says by how much it grew for two seconds, and falls without a word', () => {
    const { container, rerender } = render(<Counter value={57} />)
    rerender(<Counter value={58} />)
    expect(container.querySelector('.counter__tick')).toHaveProperty('textContent', '+1')
    act(() => void vi.advanceTimersByTime(2_000))
    expect(container.querySelector('.counter__tick')).toBeNull()
    rerender(<Counter value={40} />)
    expect(container).toHaveProperty('textContent', '40')
  })

  it('forgets by how much it grew after two seconds, also when it fell again meanwhile', () => {
    const { container, rerender } = render(<Counter value={57} />)
    rerender(<Counter value={58} />)
    rerender(<Counter value={57} />)
    act(() => void vi.advanceTimersByTime(2_000))
    expect(container.querySelector('.counter__tick')).toBeNull()
  })
})
