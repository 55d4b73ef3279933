import { onlineManager } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import '../i18n'
import { RuledLines } from './EmptyState'

afterEach(() => onlineManager.setOnline(true))

describe('the lines of what is being read', () => {
  it('say that nothing is read without a network, and are lines again with it', () => {
    const { container } = render(<RuledLines />)
    expect(container.querySelectorAll('.ruled__line')).toHaveLength(8)
    act(() => onlineManager.setOnline(false))
    expect(screen.getByRole('status').textContent).toBe('Máy này chưa có nội dung trang này. Trang sẽ tự hiện khi có mạng lại.')
    act(() => onlineManager.setOnline(true))
    expect(container.querySelectorAll('.ruled__line')).toHaveLength(8)
  })
})
