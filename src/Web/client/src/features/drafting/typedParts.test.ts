import { Editor } from '@tiptap/core'
import { OrderedList } from '@tiptap/extension-list'
import { StarterKit } from '@tiptap/starter-kit'
import { afterEach, describe, expect, it } from 'vitest'
import { Structure } from './structure'
import { TypedParts } from './typedParts'

const open: Editor[] = []
afterEach(() => open.splice(0).forEach((editor) => editor.destroy()))

function sheet(html: string): Editor {
  const editor = new Editor({
    extensions: [StarterKit.configure({ trailingNode: false, orderedList: false }), OrderedList.extend({ addInputRules: () => [] }), Structure, TypedParts],
    content: html,
  })
  open.push(editor)
  return editor
}

/** The page once these letters were typed at its end. */
function typed(html: string, letters: string): Editor {
  const editor = sheet(html)
  editor.commands.setTextSelection(editor.state.doc.content.size - 1)
  for (const letter of letters) {
    const { from, to } = editor.state.selection
    const { view } = editor
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, () => view.state.tr.insertText(letter, from, to)))) {
      view.dispatch(view.state.tr.insertText(letter, from, to))
    }
  }
  return editor
}

describe('a number typed at the begin of a line', () => {
  it.each([
    ['<p></p>', '1. Phạm vi', '<p data-part="clause">Phạm vi</p>'],
    ['<p data-part="clause">Một</p><p></p>', '2. Hai', '<p data-part="clause">Một</p><p data-part="clause">Hai</p>'],
    ['<p data-part="clause">Một</p><p></p>', 'a) Ý', '<p data-part="clause">Một</p><p data-part="point">Ý</p>'],
    ['<p></p>', 'Điều 1. Phạm vi', '<p data-part="article">Phạm vi</p>'],
  ])('that comes next makes it a part: %s %s', (page, letters, after) => {
    expect(typed(page, letters).getHTML()).toBe(after)
  })

  it.each([
    ['<p></p>', '3. Phạm vi', '<p>3. Phạm vi</p>'],
    ['<p></p>', 'b) Ý', '<p>b) Ý</p>'],
    ['<p>Ngày</p>', ' 1. ', '<p>Ngày 1. </p>'],
    ['<ul><li><p></p></li></ul>', '1. ', '<ul><li><p>1. </p></li></ul>'],
    ['<p data-part="article"></p>', '1. ', '<p data-part="article">1. </p>'],
  ])('stays as it is otherwise: %s %s', (page, letters, after) => {
    const editor = sheet(page)
    expect(typed(editor.getHTML(), letters).getHTML()).toBe(after)
  })

  it('comes back by the next Backspace, for who meant the letters', () => {
    const editor = typed('<p></p>', '1. ')
    expect(editor.getHTML()).toBe('<p data-part="clause"></p>')
    editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, new KeyboardEvent('keydown', { key: 'Backspace' })))
    expect(editor.getHTML()).toBe('<p>1. </p>')
  })
})
