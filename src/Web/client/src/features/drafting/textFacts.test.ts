import { getSchema } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { describe, expect, it } from 'vitest'
import { findIn } from './findText'
import { Footnote } from './footnote'
import { Structure } from './structure'
import { outlineOf, wordsOf } from './textFacts'

const schema = getSchema([StarterKit.configure({ undoRedo: false }), Structure, Footnote])
const paragraph = (text: string, part: string | null = null) => schema.node('paragraph', { part }, text ? [schema.text(text)] : [])
const doc = (...content: ReturnType<typeof paragraph>[]) => schema.node('doc', null, content)

describe('facts of a text', () => {
  it('outline chapters and articles, or clauses where there is no article', () => {
    const long = doc(paragraph('Quy định chung', 'chapter'), paragraph('Phạm vi', 'article'), paragraph('Áp dụng', 'clause'), paragraph('Đối tượng', 'article'))
    expect(outlineOf(long).map((line) => `${line.label} ${line.text}`)).toEqual(['Chương I Quy định chung', 'Điều 1. Phạm vi', 'Điều 2. Đối tượng'])
    const short = doc(paragraph('Mở đầu'), paragraph('Rà soát', 'clause'), paragraph('theo dõi', 'point'), paragraph('Báo cáo', 'clause'))
    expect(outlineOf(short).map((line) => line.label)).toEqual(['1.', '2.'])
  })

  it('count words between spaces and paragraphs, not punctuation', () => {
    expect(wordsOf(doc(paragraph('Thời gian qua – việc gửi, nhận'), paragraph('năm 2026')))).toBe(8)
    expect(wordsOf(doc(paragraph('')))).toBe(0)
  })

  it('find by letters with their marks, whatever their case', () => {
    const text = doc(paragraph('Bảo mật và bảo Mật'), paragraph('bao mat'))
    expect(findIn(text, 'BẢO MẬT').map(({ from, to }) => text.textBetween(from, to))).toEqual(['Bảo mật', 'bảo Mật'])
    expect(findIn(text, '')).toEqual([])
  })

  it('count and find the letters of footnotes, and keep them out of the outline', () => {
    const note = schema.node('footnote', null, [schema.text('luật mới')])
    const text = doc(schema.node('paragraph', { part: 'article' }, [schema.text('Căn cứ'), note, schema.text(' luật')]))
    expect(wordsOf(text)).toBe(5)
    expect(outlineOf(text)[0]!.text).toBe('Căn cứ luật')
    expect(findIn(text, 'luật').map(({ from, to }) => text.textBetween(from, to))).toEqual(['luật', 'luật'])
  })
})
