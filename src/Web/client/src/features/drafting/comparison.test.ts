import { describe, expect, it } from 'vitest'
import { compare, paragraphsOf, type Piece } from './comparison'

const content = (...lines: [string, string?][]) =>
  JSON.stringify({ type: 'doc', content: lines.map(([text, part]) => ({ type: 'paragraph', attrs: { part: part ?? null }, content: text ? [{ type: 'text', text }] : [] })) })
const marked = (pieces: Piece[] | null) => pieces?.map((piece) => (piece.own ? `[${piece.text}]` : piece.text)).join('') ?? null

describe('two versions of a text', () => {
  it('are compared with their numbers, in lists and tables too', () => {
    const cell = { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ô' }] }] }] }] }
    expect(paragraphsOf(JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', attrs: { part: 'article' }, content: [{ type: 'text', text: 'Phạm vi' }] }, cell] }))).toEqual(['Điều 1. Phạm vi', 'ô'])
  })

  it('stand beside each other where nothing changed', () => {
    expect(compare(content(['Một'], ['Hai']), content(['Một'], ['Hai'])).every((row) => !row.left![0]!.own && !row.right![0]!.own)).toBe(true)
  })

  it('show a changed paragraph word by word', () => {
    const rows = compare(content(['Người đứng đầu thường xuyên kiểm tra', 'clause']), content(['Người đứng đầu kiểm tra mỗi tháng một lần', 'clause']))
    expect(rows.map((row) => [marked(row.left), marked(row.right)])).toEqual([
      ['1. Người đứng đầu [thường xuyên ]kiểm tra', '1. Người đứng đầu kiểm tra[ mỗi tháng một lần]'],
    ])
  })

  it('leave a gap where a paragraph has no counterpart', () => {
    const rows = compare(content(['Giữ lại'], ['Phải bỏ đi ngay'], ['Cuối']), content(['Mở đầu hoàn toàn mới'], ['Giữ lại'], ['Cuối']))
    expect(rows.map((row) => [marked(row.left), marked(row.right)])).toEqual([
      [null, '[Mở đầu hoàn toàn mới]'], ['Giữ lại', 'Giữ lại'], ['[Phải bỏ đi ngay]', null], ['Cuối', 'Cuối'],
    ])
  })
})
