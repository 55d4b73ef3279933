import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import '../../i18n'
import { WritingWay } from './WritingWay'

function show(suggests: boolean, mayWrite: boolean) {
  const onChange = vi.fn()
  render(
    <>
      <WritingWay suggests={suggests} mayWrite={mayWrite} describedBy="how" onChange={onChange} />
      <p id="how">Bạn được góp ý và đề nghị sửa</p>
    </>,
  )
  return onChange
}
const way = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })

describe('the way of changing a draft', () => {
  it('is chosen by who may write, with the keys of the arrows too', async () => {
    const onChange = show(false, true)
    expect([way('Sửa trực tiếp').checked, way('Đề nghị sửa').checked]).toEqual([true, false])
    await userEvent.tab()
    await userEvent.keyboard('{ArrowRight}')
    expect(onChange).toHaveBeenLastCalledWith(true)
  })

  it('is fixed for who may only suggest, and it is said why', async () => {
    const onChange = show(true, false)
    expect(way('Đề nghị sửa').checked).toBe(true)
    expect(way('Sửa trực tiếp').disabled).toBe(true)
    await userEvent.click(way('Sửa trực tiếp'))
    expect(onChange).not.toHaveBeenCalled()
    expect(document.getElementById(screen.getByRole('radiogroup').getAttribute('aria-describedby')!)?.textContent).toContain('đề nghị sửa')
  })
})
