import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { afterEach, describe, expect, it } from 'vitest'
import { findIn, FindText } from './findText'
import { Footnote } from './footnote'

const open: Editor[] = []
afterEach(() => open.splice(0).forEach((editor) => editor.destroy()))

function sheet(html: string): Editor {
  const editor = new Editor({ extensions: [StarterKit, Footnote, FindText], content: html })
  open.push(editor)
  return editor
}

/** The letters of the page that were found, as they stand there. */
function found(html: string, text: string): string[] {
  const { state: { doc } } = sheet(html)
  return findIn(doc, text).map(({ from, to }) => doc.textBetween(from, to))
}

const apart = 'Kính gửi Ủy ban kiểm tra'.normalize('NFD')

describe('a search', () => {
  it('finds letters whose marks are written apart, and those that are one', () => {
    expect(found(`<p>${apart}</p>`, 'ủy BAN')).toEqual(['Ủy ban'.normalize('NFD')])
    expect(found(`<p>${apart}</p>`, 'kiểm'.normalize('NFD'))).toEqual(['kiểm'.normalize('NFD')])
    expect(found('<p>Ủy ban</p>', 'ủy ban'.normalize('NFD'))).toEqual(['Ủy ban'])
    expect(found(`<p>Ủy ban, ${'Ủy ban'.normalize('NFD')}, ủy ban</p>`, 'Ủy ban').map((one) => one.normalize('NFC'))).toEqual(['Ủy ban', 'Ủy ban', 'ủy ban'])
  })

  it('takes no letter for another that it is half of', () => {
    expect(found(`<p>${'ủy'.normalize('NFD')}</p>`, 'u')).toEqual([])
    expect(found(`<p>${'ủy'.normalize('NFD')}</p>`, 'ủ')).toHaveLength(1)
    expect(found('<p>İstanbul và hai</p>', 'hai')).toEqual(['hai'])
  })

  it('finds what stands behind a footnote where it stands', () => {
    expect(found(`<p>${'Một'.normalize('NFD')}<span data-footnote>nguồn</span> hai</p>`, 'hai')).toEqual(['hai'])
  })

  it('replaces the whole letter', () => {
    const editor = sheet(`<p>${apart}</p>`)
    editor.commands.find('ủy ban')
    editor.commands.replaceAllFound('Sở')
    expect(editor.getText()).toBe(`${'Kính gửi '.normalize('NFD')}Sở${' kiểm tra'.normalize('NFD')}`)
  })
})
