import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Thread } from '../../wire/threads'
import { lateSuggestions } from './lateText'
import { ThreadMarks } from './threadMarks'

const open: Editor[] = []
afterEach(() => open.splice(0).forEach((editor) => editor.destroy()))

function sheet(html: string) {
  const root = new Y.Doc().getXmlFragment('default')
  const editor = new Editor({
    extensions: [StarterKit.configure({ undoRedo: false, trailingNode: false }), Collaboration.configure({ fragment: root }), ThreadMarks.configure({ root, onChoose: () => {} })],
  })
  editor.commands.setContent(html)
  open.push(editor)
  return { editor, root }
}

/** What the draft says once every suggestion is taken. */
function taken(draft: string, page: string) {
  const { editor, root } = sheet(draft)
  const threads = lateSuggestions(editor.state.doc, root, sheet(page).editor.state.doc)
  for (const thread of threads) expect(editor.commands.takeSuggestion({ ...thread, state: 'open', entries: [] } as unknown as Thread)).toBe(true)
  return { text: editor.getText({ blockSeparator: '|' }), threads }
}

describe('text that was not taken', () => {
  it('is suggested word by word where a paragraph was changed', () => {
    const { text, threads } = taken('<p>Bảo đảm an toàn thông tin</p><p>Hết</p>', '<p>Bảo đảm an ninh mạng thông tin</p><p>Hết</p>')
    expect(text).toBe('Bảo đảm an ninh mạng thông tin|Hết')
    expect(threads.map(({ quote, replacement }) => [quote, replacement])).toEqual([['toàn', 'ninh mạng']])
  })

  it('is added, taken away, and left alone', () => {
    expect(taken('<p>Một</p><p>Ba</p>', '<p>Một</p><p>Hai</p><p>Ba</p>').text).toBe('Một Hai|Ba')
    expect(taken('<p>Một</p><p>Hai</p>', '<p>Một</p>').text).toBe('Một|')
    expect(taken('<p></p>', '<p>Kính gửi</p>').text).toBe('Kính gửi|')
    expect(taken('<p>Một</p>', '<p>Một</p>').threads).toEqual([])
    expect(taken('<p>Một hai</p>', '<p>Một hai ba</p>').text).toBe('Một hai ba')
    expect(taken('<p>hai</p>', '<p>Một hai</p>').text).toBe('Một hai')
  })

  it('is sent in several suggestions where it is too long for one', () => {
    const long = 'x'.repeat(12_000)
    const { text, threads } = taken('<p>Một</p>', `<p>Một ${long}</p>`)
    expect(threads.length).toBe(3)
    expect(text.length).toBe(12_004)
  })
})
