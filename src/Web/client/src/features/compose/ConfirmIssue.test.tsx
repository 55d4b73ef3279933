import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { DocumentView } from '../../wire/documents'
import type { RecipientPreview } from '../../wire/recipients'
import { ConfirmIssue } from './ConfirmIssue'

const view = { abstract: 'Chỉ thị về an toàn thông tin', urgency: 'veryUrgent', secrecy: 'normal', typeName: 'Chỉ thị', typeNameEn: 'Directive' } as DocumentView
const preview = { units: 3321, people: 41_207, kinds: [{ kind: 'commune', units: 3321 }], notifiedNow: 9963, others: 31_244 } as RecipientPreview

function show(units = preview.units) {
  const onIssue = vi.fn()
  render(<ConfirmIssue view={view} preview={{ ...preview, units }} sending={false} error={null} onBack={() => {}} onIssue={onIssue} />)
  return onIssue
}
const send = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Gửi/ })

describe('the confirmation of an issue', () => {
  it('has the numbers as its title, and the number on its button', () => {
    show()
    expect(screen.getByRole('heading')).toHaveProperty('textContent', '3.321 đơn vị, 41.207 người sẽ nhận')
    expect(send()).toHaveProperty('textContent', 'Gửi 3.321 đơn vị')
  })

  it.each(['3321', '3.321'])('accepts %s', async (typed) => {
    const onIssue = show()
    expect(send().disabled).toBe(true)
    await userEvent.keyboard(typed)
    expect(send().disabled).toBe(false)
    await userEvent.keyboard('{Enter}')
    expect(onIssue).toHaveBeenCalledOnce()
  })

  it.each(['332', '33211', '3.32', 'ba'])('sends nothing for %s', async (typed) => {
    const onIssue = show()
    await userEvent.keyboard(`${typed}{Enter}`)
    expect(send().disabled).toBe(true)
    expect(onIssue).not.toHaveBeenCalled()
  })

  it('sends nothing by the Enter that ends a composition', async () => {
    const onIssue = show()
    await userEvent.keyboard('3321')
    const field = screen.getByRole('textbox')
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(field, { key: 'Process', keyCode: 229 })
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })
    expect(onIssue).not.toHaveBeenCalled()
  })

  it('asks for no number below a hundred units', () => {
    show(99)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(send().disabled).toBe(false)
  })
})
