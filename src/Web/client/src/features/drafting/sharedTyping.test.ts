import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, type UndoManager } from 'yjs'
import { SharedTyping } from './sharedTyping'
import { Structure } from './structure'
import { TypedParts } from './typedParts'

/** Two people's editors of one text; what the one does reaches the other when the test says so. */
let one: Editor
let other: Editor
const docs = new Map<Editor, Doc>()

function open(client: number): Editor {
  const document = new Doc()
  document.clientID = client
  const editor = new Editor({
    element: window.document.body.appendChild(window.document.createElement('div')),
    extensions: [StarterKit.configure({ undoRedo: false, trailingNode: false }), Structure, TypedParts, SharedTyping, Collaboration.configure({ document })],
  })
  docs.set(editor, document)
  return editor
}
function exchange(): void {
  for (const [from, to] of [[one, other], [other, one]] as const) applyUpdate(docs.get(to)!, encodeStateAsUpdate(docs.get(from)!))
}
/** Puts the caret so many letters behind the beginning of the first paragraph. */
const goTo = (editor: Editor, letters: number) => editor.commands.setTextSelection(letters + 1)
const caret = (editor: Editor) => editor.state.selection.head - 1
function type(editor: Editor, letters: string): void {
  for (const letter of letters) editor.view.dispatch(editor.state.tr.insertText(letter))
}
/** As a keyboard does, with what follows from a label at the begin of a line. */
function key(editor: Editor, letters: string): void {
  const { view } = editor
  for (const letter of letters) {
    const { from, to } = view.state.selection
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, () => view.state.tr.insertText(letter, from, to)))) type(editor, letter)
  }
}
function back(editor: Editor): void {
  const { from } = editor.state.selection
  editor.view.dispatch(editor.state.tr.delete(from - 1, from))
}
const undoOf = (editor: Editor) => (yUndoPluginKey.getState(editor.state) as { undoManager: UndoManager }).undoManager
const both = () => {
  exchange()
  expect(other.getText()).toBe(one.getText())
  return one.getText()
}

// Of two who write in one gap, the lower client comes first: each case is tried with both orders.
describe.each([[1, 2], [2, 1]])('two who type side by side, as clients %i and %i', (first, second) => {
  beforeEach(() => {
    one = open(first)
    other = open(second)
    type(one, 'Về  năm')
    exchange()
  })
  afterEach(() => {
    for (const editor of [one, other]) editor.destroy()
  })

  it('keep a blank before the blank that it was typed before', () => {
    goTo(one, 3)
    goTo(other, 4)
    type(other, '012')
    type(one, 'tiếng Việt')
    expect(both()).toBe('Về tiếng Việt 012năm')
    expect([caret(one), caret(other)]).toEqual([13, 17])
  })

  it('see the caret behind the letter that it stood behind', () => {
    goTo(one, 2)
    goTo(other, 3)
    type(one, ' ')
    exchange()
    type(other, 'x')
    expect(both()).toBe('Về  x năm')
  })

  it('take away the one of two equal letters that was taken away', () => {
    goTo(one, 3)
    goTo(other, 3)
    back(one)
    exchange()
    type(other, 'x')
    expect(both()).toBe('Vềx năm')
  })

  it('keep letters that are taken away and typed again, as keyboards do that write Vietnamese', () => {
    goTo(one, 3)
    goTo(other, 4)
    for (const letters of ['t', 'i', 'e', '<ê', 'n', 'g', '<<<ếng', ' ', 'V', 'i', 'e', '<ê', 't', '<<ệt', ' ']) {
      for (const letter of letters) {
        if (letter === '<') back(one)
        else type(one, letter)
      }
      type(other, '0')
      exchange()
    }
    expect(both()).toBe(`Về tiếng Việt  ${'0'.repeat(15)}năm`)
    expect(caret(one)).toBe(14)
  })

  it('undo what they typed, and nothing else', () => {
    goTo(one, 3)
    type(one, ' ')
    exchange()
    goTo(other, 0)
    type(other, 'x')
    exchange()
    while (one.can().undo()) one.commands.undo()
    expect(both()).toBe('x')
  })

  it('keep their carets after an undo when somebody else goes on', () => {
    undoOf(one).stopCapturing()
    goTo(one, 0)
    type(one, 'x')
    goTo(one, 5)
    one.commands.undo()
    goTo(other, 7)
    type(other, 'y')
    exchange()
    expect(caret(one)).toBe(4)
  })

  it('keep the marks of what was typed beside its like', () => {
    one.commands.setContent('<p>a<strong>a</strong></p>')
    exchange()
    goTo(one, 1)
    one.view.dispatch(one.state.tr.insertText('a'))
    both()
    expect(other.getHTML()).toBe(one.getHTML())
  })

  it.each(['clause', 'article'] as const)('keep the caret at its letter in the only %s, whatever comes before it', (part) => {
    one.commands.setPart(part)
    exchange()
    goTo(one, 3)
    goTo(other, 0)
    type(other, '01')
    exchange()
    expect(caret(one)).toBe(5)
    type(one, 't')
    expect(both()).toBe('01Về t năm')
  })

  it('keep the caret at the beginning when all before it is taken away', () => {
    goTo(one, 3)
    other.view.dispatch(other.state.tr.delete(1, 4))
    exchange()
    expect(caret(one)).toBe(0)
    type(one, 't')
    expect(both()).toBe('t năm')
  })

  it('keep a selection around its letters', () => {
    one.commands.setPart('clause')
    exchange()
    one.commands.setTextSelection({ from: 5, to: 8 })
    goTo(other, 0)
    type(other, 'x')
    exchange()
    expect([one.state.selection.from, one.state.selection.to]).toEqual([6, 9])
  })

  it.each([
    ['<p>Điều kiện</p>', 'Điều 1. ', 'article'],
    ['<p data-part="clause">Một</p><p data-part="point">Hai</p><p data-part="point">Ba</p><p>các bên</p>', 'c) ', 'point'],
    ['<p>1 năm</p>', '1. ', 'clause'],
    ['<p></p>', '1. ', 'clause'],
  ])('make a part of the line %s for both by its label, whatever letter the line begins with', (page, label, part) => {
    one.commands.setContent(page)
    exchange()
    one.commands.setTextSelection(one.state.doc.content.size - one.state.doc.lastChild!.content.size - 1)
    key(one, label)
    both()
    expect(one.state.doc.lastChild!.attrs.part).toBe(part)
    expect(other.getHTML()).toBe(one.getHTML())
    type(one, 'x')
    both()
    expect(other.getHTML()).toBe(one.getHTML())
  })

  it.each([false, true])('keep the caret in its own of three empty paragraphs when somebody writes there, once written: %s', (written) => {
    one.commands.setContent('<p>a</p><p></p><p></p><p></p>')
    exchange()
    one.commands.setTextSelection(6)
    if (written) {
      type(one, 'b')
      back(one)
    }
    exchange()
    other.commands.setTextSelection(6)
    type(other, 'x')
    exchange()
    expect(one.state.selection.$head.index(0)).toBe(2)
  })
})
