import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { renderHook, act } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { Footnote, footnotesOf, sharedNote } from './footnote'
import { insertBlocks } from './insertBlocks'
import { Structure } from './structure'
import { useSharedNote } from './useSharedNote'

const editors: Editor[] = []

function open(document: Doc): Editor {
  const editor = new Editor({
    element: window.document.createElement('div'),
    extensions: [StarterKit.configure({ undoRedo: false, trailingNode: false }), TableKit, Structure, Footnote, Collaboration.configure({ document })],
  })
  editors.push(editor)
  return editor
}
afterEach(() => editors.splice(0).forEach((editor) => editor.destroy()))

function exchange(one: Doc, other: Doc): void {
  applyUpdate(other, encodeStateAsUpdate(one))
  applyUpdate(one, encodeStateAsUpdate(other))
}

const noteOf = (editor: Editor) => sharedNote(editor.state, footnotesOf(editor.state.doc)[0]!.node)!

describe('a footnote', () => {
  it('keeps what two people write in it at once, while one of them writes before it', () => {
    const [mine, theirs] = [new Doc(), new Doc()]
    const [me, them] = [open(mine), open(theirs)]
    me.commands.insertContent('Theo luật')
    me.commands.addFootnote()
    exchange(mine, theirs)
    const first = renderHook(() => useSharedNote(noteOf(me))).result
    const second = renderHook(() => useSharedNote(noteOf(them))).result
    act(() => first.current[1]('số 1'))
    act(() => exchange(mine, theirs))
    const note = noteOf(me)
    act(() => {
      first.current[1]('Luật số 1')
      second.current[1]('số 1, năm 2026')
      them.commands.insertContentAt(1, 'Mở đầu: ')
    })
    act(() => exchange(mine, theirs))
    expect(second.current[0]).toBe('Luật số 1, năm 2026')
    expect(noteOf(me)).toBe(note)
    expect(me.getJSON()).toEqual(them.getJSON())
    expect(me.getJSON().content![0]!.content).toEqual([
      { type: 'text', text: 'Mở đầu: Theo luật' }, { type: 'footnote', content: [{ type: 'text', text: 'Luật số 1, năm 2026' }] },
    ])
  })

  it('is taken back by undo as the text is', () => {
    const editor = open(new Doc())
    editor.commands.insertContent('a')
    editor.commands.addFootnote()
    const { result } = renderHook(() => useSharedNote(noteOf(editor)))
    act(() => result.current[1]('một'))
    while (editor.can().undo()) editor.commands.undo()
    expect(footnotesOf(editor.state.doc)).toEqual([])
  })
})

describe('blocks that come in', () => {
  it('make way for an empty paragraph, stand behind one that is written, and come in lots that fit an update', () => {
    const document = new Doc()
    const editor = open(document)
    const updates: number[] = []
    document.on('update', (update: Uint8Array) => updates.push(update.length))
    const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
    insertBlocks(editor, [paragraph('một'), paragraph('hai')])
    editor.commands.setTextSelection(2)
    insertBlocks(editor, Array.from({ length: 12 }, () => paragraph('ế'.repeat(40_000))))
    const lengths: number[] = []
    editor.state.doc.forEach((block) => lengths.push(block.textContent.length))
    expect(lengths).toEqual([3, ...Array.from({ length: 12 }, () => 40_000), 3])
    expect(Math.max(...updates)).toBeLessThan(1_000_000)
  })
})
