import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PasteOffice } from './pasteOffice'
import { Structure } from './structure'

function pasted(text: string, at: number, html: string): string {
  const editor = new Editor({
    element: document.createElement('div'), extensions: [StarterKit.configure({ undoRedo: false, trailingNode: false }), Structure, PasteOffice], content: text,
  })
  // One that is left open looks at its page once more, when the page of the tests is gone.
  onTestFinished(() => editor.destroy())
  editor.commands.setTextSelection(at)
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent)
  return editor.getHTML()
}

describe('a part that is pasted', () => {
  it('stays one where it is put into an empty line', () => {
    const two = '<p data-part="article">Phạm vi</p><p data-part="clause">một</p>'
    expect(pasted('<p></p>', 1, two)).toBe(two)
    expect(pasted('<p>a</p><p></p><p>b</p>', 4, two)).toBe(`<p>a</p>${two}<p>b</p>`)
    expect(pasted('<p></p>', 1, '<p data-part="clause">một</p>')).toBe('<p data-part="clause">một</p>')
  })

  it('goes on with the line that it is put into', () => {
    expect(pasted('<p>ab</p>', 2, '<p data-part="clause">một</p>')).toBe('<p>amộtb</p>')
  })
})
