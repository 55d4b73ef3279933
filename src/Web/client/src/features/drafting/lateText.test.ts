import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Thread } from '../../wire/threads'
import { Footnote } from './footnote'
import { lateText } from './lateText'
import { Structure } from './structure'
import { ThreadMarks } from './threadMarks'
import { isLeftOut } from './threadPlaces'

const open: Editor[] = []
afterEach(() => open.splice(0).forEach((editor) => editor.destroy()))

function sheet(html: string) {
  const root = new Y.Doc().getXmlFragment('default')
  const editor = new Editor({
    extensions: [
      StarterKit.configure({ undoRedo: false, trailingNode: false }),
      TableKit,
      Structure,
      Footnote,
      Collaboration.configure({ fragment: root }),
      ThreadMarks.configure({ root, onChoose: () => {} }),
    ],
  })
  editor.commands.setContent(html)
  open.push(editor)
  return { editor, root }
}

const asThread = (one: object, state: Thread['state'] = 'open') => ({ ...one, state, entries: [] }) as unknown as Thread

/** What the draft says once every suggestion is taken, and what no suggestion says. */
function taken(draft: string, page: string, isMine?: (paragraph: number) => boolean, isNew?: (paragraph: number) => boolean) {
  const { editor, root } = sheet(draft)
  const { suggestions, leftOver } = lateText(editor.state.doc, root, sheet(page).editor.state.doc, isMine, isNew)
  for (const thread of suggestions) {
    expect(editor.commands.takeSuggestion(asThread(thread))).toBe(true)
    if (thread.replacement?.includes('\n')) expect(isLeftOut(editor.state.doc, root, asThread(thread, 'accepted'))).toBe(false)
  }
  return { text: editor.getText({ blockSeparator: '|' }), html: editor.getHTML(), suggestions, leftOver: leftOver.map(({ kind, text }) => [kind, text]) }
}

describe('text that was not taken', () => {
  it('is suggested word by word where a paragraph was changed', () => {
    const { text, suggestions } = taken('<p>Bảo đảm an toàn thông tin</p><p>Hết</p>', '<p>Bảo đảm an ninh mạng thông tin</p><p>Hết</p>')
    expect(text).toBe('Bảo đảm an ninh mạng thông tin|Hết')
    expect(suggestions.map(({ quote, replacement }) => [quote, replacement])).toEqual([['toàn', 'ninh mạng']])
  })

  it('is added as paragraphs of their own, taken away, and left alone', () => {
    expect(taken('<p>Một</p><p>Ba</p>', '<p>Một</p><p>Hai</p><p>Ba</p>').html).toBe('<p>Một</p><p>Hai</p><p>Ba</p>')
    expect(taken('<p>Ba</p>', '<p>Một</p><p>Hai</p><p>Ba</p>').html).toBe('<p>Một</p><p>Hai</p><p>Ba</p>')
    expect(taken('<p>Một</p><p>Hai</p>', '<p>Một</p>').text).toBe('Một|')
    expect(taken('<p></p>', '<p>Kính gửi</p>').text).toBe('Kính gửi|')
    expect(taken('<p>Một</p>', '<p>Một</p>')).toMatchObject({ suggestions: [], leftOver: [] })
    expect(taken('<p>Một hai</p>', '<p>Một hai ba</p>').text).toBe('Một hai ba')
    expect(taken('<p>hai</p>', '<p>Một hai</p>').text).toBe('Một hai')
  })

  it('is sent in several suggestions where it is too long for one, in its order', () => {
    const long = Array.from({ length: 2_400 }, (_, at) => `${1_000 + at}`).join('')
    const { text, suggestions } = taken('<p>Một</p>', `<p>Một ${long}</p>`)
    expect([suggestions.length, text]).toEqual([2, `Một ${long}`])
    const lines = ['a', 'b', 'c'].map((letter) => letter.repeat(4_000))
    expect(taken('<p>Một</p><p>Hết</p>', `<p>Một</p>${lines.map((line) => `<p>${line}</p>`).join('')}<p>Hết</p>`)).toMatchObject({
      text: ['Một', ...lines, 'Hết'].join('|'), suggestions: { length: 3 }, leftOver: [],
    })
    expect(taken(`<p>${long}</p>`, '<p>Một</p>').text).toBe('Một')
  })

  it('leaves footnotes where they stand', () => {
    const note = '<span data-footnote="">nguồn</span>'
    const { html, leftOver } = taken(`<p>Một hai${note} ba bốn</p>`, `<p>Một HAI${note} ba năm</p>`)
    expect([html, leftOver]).toEqual([`<p>Một HAI${note} ba năm</p>`, []])
  })

  const note = '<span data-footnote="">nguồn</span>'
  it.each([`Hai${note} ba`, `${note}ba`, `Hai${note}`, note, `${note}${note}`, `Hai${note}<br>${note} ba`])('takes a paragraph away with its footnotes: %s', (line) => {
    expect(taken(`<p>Một</p><p>${line}</p><p>Hết</p>`, '<p>Một</p><p>Hết</p>')).toMatchObject({ html: '<p>Một</p><p></p><p>Hết</p>', leftOver: [] })
  })

  it('takes one that names the letters of a footnote without its bounds, as they once did', () => {
    const { editor, root } = sheet(`<p>Một</p><p>Hai${note} ba</p>`)
    const [thread] = lateText(editor.state.doc, root, sheet('<p>Một</p>').editor.state.doc).suggestions
    expect(editor.commands.takeSuggestion(asThread({ ...thread, quote: 'Hainguồn ba' }))).toBe(true)
    expect(editor.getHTML()).toBe('<p>Một</p><p></p>')
  })

  const numbers = Array.from({ length: 2_000 }, (_, at) => `${1_000 + at}`).join('')
  it.each([4_993, 4_994, 4_999, 5_000, 5_001])('takes no footnote away by halves where a paragraph is too long for one suggestion: %i', (letters) => {
    const { html, suggestions, leftOver } = taken(`<p>Một</p><p>${numbers.slice(0, letters)}${note} ba</p>`, '<p>Một</p>')
    expect([html, suggestions.length, leftOver]).toEqual(['<p>Một</p><p></p>', 2, []])
  })
})

describe('what no suggestion can say', () => {
  it.each([
    ['formatting', '<p>Một hai</p>', '<p>Một <strong>hai</strong></p>'],
    ['part', '<p>Một</p>', '<p data-part="article">Một</p>'],
    ['list', '<p>Một</p>', '<ul><li><p>Một</p></li></ul>'],
    ['list', '<ul><li><p>Một</p></li></ul>', '<ol><li><p>Một</p></li></ol>'],
    ['footnote', '<p>Một</p>', '<p>Một<span data-footnote>nguồn</span></p>'],
    ['footnote', '<p>Một<span data-footnote>cũ</span></p>', '<p>Một<span data-footnote>mới</span></p>'],
    ['footnote', `<p>Một</p><p>Hai<span data-footnote>${'a'.repeat(5_000)}</span></p>`, '<p>Một</p>'],
    ['break', '<p>Một hai</p>', '<p>Một<br>hai</p>'],
    ['blank', '<p>Một</p><p>Hai</p>', '<p>Một</p><p></p><p>Hai</p>'],
    ['table', '<table><tr><td><p>A</p></td></tr></table>', '<table><tr><td><p>A</p></td><td><p>B</p></td></tr></table>'],
    ['table', '<table><tr><td><p>A</p></td></tr></table>', '<p>A</p>'],
  ])('is said of %s', (kind, draft, page) => {
    const { leftOver, text } = taken(draft, page)
    expect([...new Set(leftOver.map(([one]) => one))]).toEqual([kind])
    expect(text).not.toContain('\uFFFC')
  })

  it('is said beside the letters that can be suggested', () => {
    const { html, leftOver } = taken('<p>Một</p>', '<p>Một</p><p data-part="clause"><em>Hai</em></p>')
    expect(html).toBe('<p>Một</p><p>Hai</p>')
    expect(leftOver).toEqual([['formatting', 'Hai'], ['part', 'Hai']])
  })
})

describe('after a restore', () => {
  it('offers what one wrote oneself, and leaves others theirs', () => {
    const { text, suggestions } = taken('<p>Một</p><p>Hai</p>', '<p>Một của tôi</p><p>Chữ người khác</p><p>Ba của tôi</p>', (at) => at !== 1)
    expect(text).not.toContain('người khác')
    expect(text).toContain('của tôi')
    expect(suggestions.every(({ quote }) => quote !== 'Hai')).toBe(true)
  })

  it('puts what the draft cannot have behind what stands in its place', () => {
    const all = () => true
    const { html, leftOver } = taken('<p>Một</p><p>Chữ người khác</p><p></p>', '<p>Một</p><p>Chữ của tôi</p><p></p>', all, (at) => at > 0)
    expect([html, leftOver]).toEqual(['<p>Một</p><p>Chữ người khác</p><p>Chữ của tôi</p><p></p>', []])
  })
})
