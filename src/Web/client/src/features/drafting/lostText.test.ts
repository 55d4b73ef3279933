import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { begunBy, hasAll, lengthsOf, paragraphsOf } from './lostText'

function add(doc: Y.Doc, text: string): void {
  const [element, letters] = [new Y.XmlElement('paragraph'), new Y.XmlText(text)]
  element.insert(0, [letters])
  doc.getXmlFragment('default').push([element])
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('what a restore has lost', () => {
  it('is nothing where the server has all but what was never saved', () => {
    const server = new Y.Doc()
    add(server, 'Chữ người khác')
    const page = copyOf(server)
    const own = new Set([page.clientID])
    add(page, 'chưa lưu')
    expect(hasAll(server, page, own, new Map())).toBe(true)
    expect(hasAll(server, page, own, lengthsOf(page))).toBe(false)
    expect(hasAll(new Y.Doc(), page, own, new Map())).toBe(false)
  })

  it('is one\'s own only in paragraphs where one wrote', () => {
    const other = new Y.Doc()
    add(other, 'Chữ người khác')
    const page = copyOf(other)
    add(page, 'Chữ của tôi')
    const list = new Y.XmlElement('bulletList')
    page.getXmlFragment('default').push([list])
    list.insert(0, [new Y.XmlElement('listItem')])
    expect(paragraphsOf(page.getXmlFragment('default'), new Set([page.clientID]))).toEqual([false, true])
    ;((page.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, ' tôi xen')
    expect(paragraphsOf(page.getXmlFragment('default'), new Set([page.clientID]))).toEqual([true, true])
    expect(paragraphsOf(page.getXmlFragment('default'), new Set())).toEqual([false, false])
    expect(begunBy(page.getXmlFragment('default'), new Set([page.clientID]))).toEqual([false, true])
  })
})
