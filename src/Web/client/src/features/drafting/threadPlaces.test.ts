import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Thread } from '../../wire/threads'
import { Structure } from './structure'
import { ThreadMarks, threadKey } from './threadMarks'
import { anchorOf, isLeftOut, lettersOf, standingOf } from './threadPlaces'

const open: Editor[] = []
afterEach(() => open.splice(0).forEach((editor) => editor.destroy()))

/** An editor of a draft; those that are given the same room see each other's changes at once. */
function sit(room?: Y.Doc) {
  const document = new Y.Doc()
  const root = document.getXmlFragment('default')
  if (room) {
    Y.applyUpdate(document, Y.encodeStateAsUpdate(room))
    document.on('update', (update: Uint8Array, origin: unknown) => void (origin === 'room' || Y.applyUpdate(room, update, 'room')))
    room.on('update', (update: Uint8Array, origin: unknown) => void (origin === 'room' || Y.applyUpdate(document, update, 'room')))
  }
  const editor = new Editor({
    extensions: [StarterKit.configure({ undoRedo: false, trailingNode: false }), Structure, Collaboration.configure({ document }), ThreadMarks.configure({ root, onChoose: () => {} })],
  })
  open.push(editor)
  return { editor, document, root }
}

const said = (part: Partial<Thread>): Thread => ({
  id: 'one', kind: 'comment', state: 'open', start: '', end: '', quote: '', round: 1, position: 1, actions: [],
  entries: [{ id: 'e', kind: 'opened', at: '', by: { id: 7, name: '' }, text: '' }], ...part,
})

/** A thread on the first place where these letters stand. */
function on(at: ReturnType<typeof sit>, letters: string, part: Partial<Thread> = {}): Thread {
  let from = -1
  at.editor.state.doc.descendants((node, position) => {
    const index = node.isText ? node.text!.indexOf(letters) : -1
    if (from < 0 && index >= 0) from = position + index
  })
  const place = { from, to: from + letters.length }
  return said({ quote: letters, ...anchorOf(at.root, place, at.editor.schema), ...part })
}

const standing = ({ editor, root }: ReturnType<typeof sit>, thread: Thread) => {
  const found = standingOf(editor.state.doc, root, thread)
  return found && { letters: lettersOf(editor.state.doc, found), exact: found.exact }
}

describe('a place in the text', () => {
  it('is found again in every block, at every begin and end', () => {
    const one = sit()
    one.editor.commands.setContent('<p>Đầu trang</p><p>Kính gửi <b>các đồng chí</b><br>và bạn</p><ul><li><p>Mục nhỏ</p></li></ul><p></p>')
    for (const letters of ['Đầu', 'trang', 'Đầu trang', 'Kính', 'gửi ', 'các đồng chí', 'bạn', 'Mục', 'nhỏ']) {
      expect(standing(one, on(one, letters)), letters).toEqual({ letters, exact: true })
    }
  })

  it('moves with its letters and does not grow by what is typed beside them', () => {
    const one = sit()
    one.editor.commands.setContent('<p>Bảo đảm an toàn thông tin</p>')
    const thread = on(one, 'an toàn')
    one.editor.commands.insertContentAt(1, 'Phải ')
    const { from, to } = standingOf(one.editor.state.doc, one.root, thread)!
    one.editor.view.dispatch(one.editor.state.tr.insertText('x', to))
    one.editor.view.dispatch(one.editor.state.tr.insertText('y', from))
    expect(one.editor.getText()).toBe('Phải Bảo đảm yan toànx thông tin')
    expect(standing(one, thread)).toEqual({ letters: 'an toàn', exact: true })
    one.editor.view.dispatch(one.editor.state.tr.insertText(' ninh', from + 3))
    expect(standing(one, thread)?.exact).toBe(false)
  })

  it('is gone with its letters, or found where the words stand once', () => {
    const one = sit()
    one.editor.commands.setContent('<p>Bảo đảm an toàn</p><p>Hết</p>')
    const thread = on(one, 'an toàn')
    const { from, to } = standingOf(one.editor.state.doc, one.root, thread)!
    one.editor.view.dispatch(one.editor.state.tr.delete(from, to))
    expect(standing(one, thread)).toBeNull()
    one.editor.commands.insertContentAt(one.editor.state.doc.content.size - 1, ' an toàn')
    expect(standing(one, thread)).toEqual({ letters: 'an toàn', exact: true })
    one.editor.commands.insertContentAt(1, 'an toàn, ')
    expect(standing(one, thread)).toBeNull()
    expect(standingOf(one.editor.state.doc, one.root, { ...thread, start: 'AA==', end: '////' })).toBeNull()
  })

  it('is the same for everybody, and survives another reading', () => {
    const one = sit()
    one.editor.commands.setContent('<p>Một hai ba</p>')
    const thread = on(one, 'hai')
    const another = sit(one.document)
    expect(standing(another, thread)).toEqual({ letters: 'hai', exact: true })
    another.editor.view.dispatch(another.editor.state.tr.insertText('Không, ', 1))
    expect(standing(one, thread)).toEqual({ letters: 'hai', exact: true })
  })
})

describe('a suggestion', () => {
  const suggestion = { kind: 'suggestion' as const, replacement: 'an ninh' }

  it('is drawn at its place while it is open and moves with what others write', () => {
    const one = sit()
    one.editor.commands.setContent('<p>Bảo đảm an toàn</p>')
    const another = sit(one.document)
    one.editor.commands.showThreads({ threads: [on(one, 'an toàn', suggestion)], chosen: null })
    expect(one.editor.view.dom.querySelector('.thread--old')?.textContent).toBe('an toàn')
    expect(one.editor.view.dom.querySelector('.thread__new')?.textContent).toBe('an ninh')
    another.editor.view.dispatch(another.editor.state.tr.insertText('Phải ', 1))
    one.editor.view.dispatch(one.editor.state.tr.insertText('Ta ', 1))
    expect(one.editor.view.dom.querySelector('.thread--old')?.textContent).toBe('an toàn')
    one.editor.commands.showThreads({ threads: [], chosen: null })
    expect(one.editor.view.dom.querySelector('.thread')).toBeNull()
    expect(one.editor.getText()).toBe('Ta Phải Bảo đảm an toàn')
  })

  it('is taken once, beside what somebody else types in the line', () => {
    const one = sit()
    one.editor.commands.setContent('<p>Bảo đảm an toàn ngay</p>')
    const another = sit(one.document)
    const thread = on(one, 'an toàn', suggestion)
    another.editor.view.dispatch(another.editor.state.tr.insertText('Phải ', 1))
    expect(one.editor.commands.takeSuggestion(thread)).toBe(true)
    another.editor.view.dispatch(another.editor.state.tr.insertText('!', another.editor.state.doc.content.size - 1))
    for (const { editor } of [one, another]) expect(editor.getText()).toBe('Phải Bảo đảm an ninh ngay!')
    expect(one.editor.commands.takeSuggestion(thread)).toBe(false)
  })

  it('adds, takes away, and says when its letters are no longer there', () => {
    const one = sit()
    one.editor.commands.setContent('<p>Một ba</p>')
    const added = said({ ...suggestion, replacement: ' hai', ...anchorOf(one.root, { from: 4, to: 4 }, one.editor.schema) })
    expect(one.editor.commands.takeSuggestion(added)).toBe(true)
    expect(one.editor.getText()).toBe('Một hai ba')
    expect(one.editor.commands.takeSuggestion(on(one, ' ba', { ...suggestion, replacement: '' }))).toBe(true)
    expect(one.editor.getText()).toBe('Một hai')
    const changed = on(one, 'hai', suggestion)
    one.editor.view.dispatch(one.editor.state.tr.insertText('x', 6, 7))
    expect(one.editor.commands.takeSuggestion(changed)).toBe(false)
  })

  it('that was accepted and did not come into the text is told apart from one that did', () => {
    const one = sit()
    one.editor.commands.setContent('<p>Bảo đảm an toàn</p>')
    const thread = { ...on(one, 'an toàn', suggestion), state: 'accepted' as const }
    const place = { from: 9, to: 9 }
    const added = said({ ...suggestion, state: 'accepted', replacement: 'luôn ', ...anchorOf(one.root, place, one.editor.schema) })
    const leftOut = (of: Thread) => isLeftOut(one.editor.state.doc, one.root, of)
    expect([leftOut(thread), leftOut(added), leftOut({ ...thread, state: 'open' })]).toEqual([true, true, false])
    one.editor.commands.showThreads({ threads: [thread], chosen: null })
    expect(threadKey.getState(one.editor.state)?.leftOut.has('one')).toBe(true)
    one.editor.commands.takeSuggestion(thread)
    one.editor.commands.takeSuggestion(added)
    expect(one.editor.getText()).toBe('Bảo đảm luôn an ninh')
    expect([leftOut(thread), leftOut(added)]).toEqual([false, false])
  })

  it.each(['Phải Bảo', 'Bảo mật', 'Phải Bảo mật', 'Bảo Bảo', ''])('that keeps letters is told apart as well: %s', (replacement) => {
    const one = sit()
    one.editor.commands.setContent('<p>Ta Bảo đảm</p>')
    const thread = { ...on(one, 'Bảo', { ...suggestion, replacement }), state: 'accepted' as const }
    expect(isLeftOut(one.editor.state.doc, one.root, thread)).toBe(true)
    one.editor.commands.takeSuggestion(thread)
    expect(one.editor.getText()).toBe(`Ta ${replacement} đảm`)
    expect(isLeftOut(one.editor.state.doc, one.root, thread)).toBe(false)
  })
})
