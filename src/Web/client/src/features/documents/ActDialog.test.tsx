import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import '../../i18n'
import { placeOf } from '../../kept/keptForms'
import { seenOf, type DocumentView } from '../../wire/documents'
import { Refusal } from '../../wire/refusal'
import { ActDialog, type Form } from './ActDialog'
import type { Failure } from './useAct'

const first = { id: 'd1', bodyHash: 'a1', bodyVersion: 1 } as DocumentView
const second = { ...first, bodyHash: 'b2', bodyVersion: 2 }

function show(act: 'clear' | 'sign', failure: Failure | null = null) {
  const onSubmit = vi.fn()
  const form: Form = { act, key: 'k', place: placeOf({ official: 1, documentId: 'd1', act, isClassified: false }), seen: seenOf(first) }
  // The page behind the form has been read anew meanwhile.
  render(<ActDialog form={form} view={second} delivery={undefined} what="Công văn" failure={failure} busy={false} onTyped={() => {}} onClear={() => {}} onClose={() => {}} onSubmit={onSubmit} />)
  return onSubmit
}

describe('the form of an act on a text', () => {
  it('clears what was shown when it was opened', async () => {
    const onSubmit = show('clear')
    await userEvent.click(screen.getByRole('button', { name: 'Duyệt' }))
    expect(onSubmit).toHaveBeenCalledWith({ act: 'clear', key: 'k', body: { bodyHash: 'a1', bodyVersion: 1 } })
  })

  it('signs what was shown when it was opened', async () => {
    const onSubmit = show('sign')
    await userEvent.type(screen.getByLabelText(/^Mật khẩu/), 'bí mật')
    await userEvent.click(screen.getByRole('button', { name: 'Ký' }))
    expect(onSubmit).toHaveBeenCalledWith({ act: 'sign', key: 'k', body: { password: 'bí mật', capacity: 'inPerson', bodyHash: 'a1', bodyVersion: 1 } })
  })

  it('says that the text is another one by now, and that nothing was signed', () => {
    show('sign', { act: 'sign', error: new Refusal(409, { code: 'textChanged' }) })
    const said = screen.getByRole('group', { name: 'Chưa ký được' }).textContent
    expect(said).toContain('được sửa sau khi bạn đọc')
    expect(said).toContain('Văn bản vẫn chờ ký')
  })
})
