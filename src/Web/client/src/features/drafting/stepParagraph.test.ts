import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stepParagraph } from './stepParagraph'

let editor: Editor
beforeEach(() => {
  Element.prototype.scrollIntoView = () => {}
  editor = new Editor({ extensions: [StarterKit], content: '<p>Một</p><p></p><p>Hai <b>ba</b></p><ul><li><p>Bốn</p></li></ul>', editable: false })
})
afterEach(() => editor.destroy())

const press = (key: string) => stepParagraph(editor.view, new KeyboardEvent('keydown', { key }))
const selected = () => {
  const { from, to } = editor.state.selection
  return editor.state.doc.textBetween(from, to)
}

describe('arrows in a text that is only read', () => {
  it('select one paragraph after the other, and stop at both ends', () => {
    const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp'].map((key) => {
      press(key)
      return selected()
    })
    expect(seen).toEqual(['Một', 'Hai ba', 'Bốn', 'Bốn', 'Hai ba', 'Một', 'Một'])
  })

  it('are the caret\'s where there is one', () => {
    editor.setEditable(true)
    expect(press('ArrowDown')).toBe(false)
    expect(press('a')).toBe(false)
  })
})
