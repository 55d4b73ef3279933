import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '../i18n'
import { Refusal as WireRefusal, UnknownOutcome } from '../wire/refusal'
import { Refusal, refusalSentence } from './Refusal'

function sentence(code: string, field: string, max: string) {
  return refusalSentence(new WireRefusal(400, { code, fields: [{ field, code }], params: { max } }))
}

describe('what could not be read', () => {
  it('can be read again, and a lost line is said with what to do', async () => {
    const onRetry = vi.fn()
    const { container } = render(<Refusal act="load" error={new UnknownOutcome('no answer')} onRetry={onRetry} />)
    expect(container.textContent).toContain('Kiểm tra mạng rồi bấm Tải lại.')
    await userEvent.click(screen.getByRole('button', { name: 'Tải lại' }))
    expect(onRetry).toHaveBeenCalledOnce()
  })

  it('names no button where there is none', () => {
    const { container } = render(<Refusal act="load" error={new UnknownOutcome('no answer')} />)
    expect(container.textContent).toContain('Không có đường truyền tới máy chủ.')
    expect(container.textContent).not.toContain('Tải lại')
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('what a refusal says', () => {
  afterEach(() => i18n.changeLanguage('vi'))

  it('of too many names the limit as people write numbers, and what to do about that field', async () => {
    expect(sentence('tooMany', 'official', '20')).toContain('20 người cùng giữ')
    expect(sentence('tooMany', 'year', '300000')).toContain('300.000 dòng')
    await i18n.changeLanguage('en')
    expect(sentence('tooMany', 'year', '300000')).toContain('300,000 lines')
  })

  it('of a field without a sentence of its own is the sentence of the code', () => {
    expect(sentence('tooMany', 'files', '20')).toMatch(/^Số lượng ở mục được nêu vượt giới hạn 20\./)
    expect(sentence('fieldTooLong', 'official', '20')).toMatch(/^Có mục dài quá giới hạn/)
  })
})
