import { describe, expect, it } from 'vitest'
import { compare, differs, type Piece } from './comparison'
import { paragraphsOf } from './paragraphs'

const paragraph = ([text, part]: [string, string?]) => ({ type: 'paragraph', attrs: { part: part ?? null }, content: text ? [{ type: 'text', text }] : [] })
const content = (...lines: [string, string?][]) => JSON.stringify({ type: 'doc', content: lines.map(paragraph) })
const table = (...rows: string[][]) => ({
  type: 'table',
  content: rows.map((cells) => ({ type: 'tableRow', content: cells.map((cell) => ({ type: 'tableCell', content: [paragraph([cell])] })) })),
})
const marked = (pieces: Piece[] | null) => pieces?.map((piece) => (piece.own ? `[${piece.text}]` : piece.text)).join('') ?? null
const shown = (left: string, right: string) => compare(left, right).filter(differs).map((row) => [marked(row.left), marked(row.right), !!row.moved])

describe('two versions of a text', () => {
  it('are compared with their numbers, in lists and tables too', () => {
    const lines = paragraphsOf(JSON.stringify({ type: 'doc', content: [paragraph(['Phạm vi', 'article']), table(['ô', 'hai']), paragraph(['Đối tượng', 'article'])] }))
    expect(lines.map((line) => [line.number, line.text])).toEqual([['Điều 1.', 'Phạm vi'], [null, 'ô | hai'], ['Điều 2.', 'Đối tượng']])
  })

  it('stand beside each other where nothing changed', () => {
    expect(compare(content(['Một'], ['Hai']), content(['Một'], ['Hai'])).some(differs)).toBe(false)
  })

  it('show a changed paragraph word by word', () => {
    expect(shown(content(['Người đứng đầu thường xuyên kiểm tra', 'clause']), content(['Người đứng đầu kiểm tra mỗi tháng một lần', 'clause']))).toEqual([
      ['1. Người đứng đầu [thường xuyên ]kiểm tra', '1. Người đứng đầu kiểm tra[ mỗi tháng một lần]', false],
    ])
  })

  it('leave a gap where a paragraph has no counterpart', () => {
    const rows = compare(content(['Giữ lại'], ['Phải bỏ đi ngay'], ['Cuối']), content(['Mở đầu hoàn toàn mới'], ['Giữ lại'], ['Cuối']))
    expect(rows.map((row) => [marked(row.left), marked(row.right)])).toEqual([
      [null, '[Mở đầu hoàn toàn mới]'], ['Giữ lại', 'Giữ lại'], ['[Phải bỏ đi ngay]', null], ['Cuối', 'Cuối'],
    ])
  })

  it('do not differ where only a number has moved on', () => {
    expect(shown(content(['Rà soát hồ sơ', 'clause'], ['Báo cáo', 'clause']), content(['Chuẩn bị kho', 'clause'], ['Rà soát hồ sơ', 'clause'], ['Báo cáo', 'clause']))).toEqual([
      [null, '[1. ][Chuẩn bị kho]', false],
    ])
  })

  it('show a clause that moved as moved, with what was changed on the way', () => {
    const before = content(['Rà soát hồ sơ lưu trữ', 'clause'], ['Lập danh mục', 'clause'], ['Báo cáo Ban Thường vụ', 'clause'])
    const after = content(['Lập danh mục', 'clause'], ['Báo cáo Ban Thường vụ', 'clause'], ['Rà soát hồ sơ lưu trữ mới', 'clause'])
    expect(shown(before, after)).toEqual([['1. Rà soát hồ sơ lưu trữ', null, true], [null, '3. Rà soát hồ sơ lưu trữ[ mới]', true]])
  })

  it('show another kind of paragraph by its number', () => {
    expect(shown(content(['Phạm vi', 'clause']), content(['Phạm vi', 'article']))).toEqual([['[1. ]Phạm vi', '[Điều 1. ]Phạm vi', false]])
  })

  it('compare a table row by row', () => {
    const doc = (...rows: string[][]) => JSON.stringify({ type: 'doc', content: [table(...rows)] })
    expect(shown(doc(['Đơn vị', 'Số'], ['Ban Tổ chức', '12'], ['Văn phòng', '7']), doc(['Đơn vị', 'Số'], ['Ban Nội chính', '3'], ['Ban Tổ chức', '14'], ['Văn phòng', '7']))).toEqual([
      [null, '[Ban Nội chính | 3]', false], ['Ban Tổ chức | [12]', 'Ban Tổ chức | [14]', false],
    ])
  })

  it('say where only the look of letters or the kind of a list is another', () => {
    const doc = (...nodes: object[]) => JSON.stringify({ type: 'doc', content: nodes })
    const bold = (...runs: [string, boolean][]) => ({
      type: 'paragraph', content: runs.map(([text, isBold]) => ({ type: 'text', text, ...(isBold && { marks: [{ type: 'bold' }] }) })),
    })
    const list = (kind: string) => ({ type: kind, content: [{ type: 'listItem', content: [paragraph(['Một'])] }] })
    const reformatted = (left: object, right: object) => compare(doc(left), doc(right)).map((row) => !!row.reformatted && differs(row))
    expect(reformatted(bold(['Một hai', false]), bold(['Một ', false], ['hai', true]))).toEqual([true])
    expect(reformatted(list('bulletList'), list('orderedList'))).toEqual([true])
    expect(reformatted(paragraph(['Một']), list('bulletList'))).toEqual([true])
    expect(reformatted(bold(['Một ', true], ['hai', true]), bold(['Một hai', true]))).toEqual([false])
    expect(reformatted(table(['A', 'B']), table(['A', 'B']))).toEqual([false])
  })
})
