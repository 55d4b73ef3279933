import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../i18n'
import { Refusal as WireRefusal } from '../wire/refusal'
import { refusalSentence } from './Refusal'

function sentence(code: string, field: string, max: string) {
  return refusalSentence(new WireRefusal(400, { code, fields: [{ field, code }], params: { max } }))
}

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
