import { getSchema } from '@tiptap/core'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import { StarterKit } from '@tiptap/starter-kit'
import { TableKit } from '@tiptap/extension-table'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { marginWords, sharesOf, shareWords } from './authors'
import { Structure } from './structure'
import { paragraphIds } from './whoWrote'

const people = [{ id: 1, name: 'Nguyễn Thị Lan' }, { id: 2, name: 'Trần Văn Minh' }, { id: 3, name: 'Lê Hà' }]

describe('who wrote a paragraph', () => {
  it('is told in whole percent, the most first, without those who hardly did', () => {
    const shares = sharesOf({ people, blocks: [{ id: '7:0', shares: [{ official: 1, letters: 600 }, { official: 2, letters: 399 }, { official: 3, letters: 1 }] }] })
    expect(shareWords(shares.get('7:0')!)).toBe('Nguyễn Thị Lan 60%, Trần Văn Minh 40%')
    expect(marginWords(shares.get('7:0')!)).toBe('Thị Lan 60%\nVăn Minh 40%')
  })

  it('is one name in the margin where one person wrote it, and says how many more there are', () => {
    const shares = sharesOf({ people, blocks: [
      { id: '7:0', shares: [{ official: 1, letters: 9 }] },
      { id: '7:9', shares: [{ official: 1, letters: 5 }, { official: 2, letters: 4 }, { official: 3, letters: 1 }] },
      { id: '7:12', shares: [] },
    ] })
    expect([...shares.values()].map(marginWords)).toEqual(['Thị Lan', 'Thị Lan 50%\nVăn Minh 40%\n+1', ''])
  })

  it('is found by the ids of the shared paragraphs, those of a table too', () => {
    const schema = getSchema([StarterKit.configure({ undoRedo: false }), TableKit, Structure])
    const cell = schema.node('tableCell', null, [schema.node('paragraph')])
    const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('A')]), schema.node('table', null, [schema.node('tableRow', null, [cell])])])
    const shared = new Y.Doc()
    prosemirrorToYXmlFragment(doc, shared.getXmlFragment('default'))
    const ids = paragraphIds(shared.getXmlFragment('default'))
    expect(ids).toHaveLength(2)
    expect(new Set(ids.map((id) => id.split(':')[0]))).toEqual(new Set([String(shared.clientID)]))
  })
})
