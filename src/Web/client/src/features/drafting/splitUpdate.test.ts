import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { splitUpdate } from './splitUpdate'

const bytesMax = 2_000

/** What somebody has who was given the pieces one by one, of which none may have to wait. */
function taken(pieces: Uint8Array[], before?: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  if (before) Y.applyUpdate(doc, before)
  for (const piece of pieces) {
    Y.applyUpdate(doc, piece)
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  }
  return doc
}

function paragraph(doc: Y.Doc, text: string): Y.XmlText {
  const [element, letters] = [new Y.XmlElement('paragraph'), new Y.XmlText(text)]
  element.insert(0, [letters])
  doc.getXmlFragment('default').push([element])
  return letters
}

const first = (doc: Y.Doc) => (doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText
const page = (doc: Y.Doc) => doc.getXmlFragment('default').toString()

describe('an update above the limit', () => {
  it('is left alone below it', () => {
    const doc = new Y.Doc()
    paragraph(doc, 'Kính gửi')
    const update = Y.encodeStateAsUpdate(doc)
    expect(splitUpdate(update, bytesMax)).toEqual([update])
  })

  it('says the same in pieces', () => {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (let at = 0; at < 500; at++) paragraph(doc, `Đoạn ${at}`).format(0, 4, { bold: {} })
    })
    doc.getXmlFragment('default').delete(7, 100)
    const pieces = splitUpdate(Y.encodeStateAsUpdate(doc), bytesMax)
    expect(pieces.length).toBeGreaterThan(5)
    for (const piece of pieces) expect(piece.byteLength).toBeLessThanOrEqual(bytesMax)
    expect(page(taken(pieces))).toBe(page(doc))
  })

  it('cuts a run of letters that is too long by itself, and no letter in half', () => {
    const doc = new Y.Doc()
    const long = `ế${'😀'.repeat(200_000)}`
    paragraph(doc, long)
    const pieces = splitUpdate(Y.encodeStateAsUpdate(doc), 500_000)
    for (const piece of pieces) expect(piece.byteLength).toBeLessThanOrEqual(500_000)
    const there = taken(pieces)
    expect(page(there)).toBe(page(doc))
    // Who goes on behind it stands where it was meant.
    const before = Y.encodeStateVector(doc)
    first(doc).insert(100_001, 'giữa')
    Y.applyUpdate(there, Y.encodeStateAsUpdate(doc, before))
    expect(page(there)).toBe(page(doc))
  })

  it('brings first what others stand on, whoever wrote it', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    paragraph(one, 'gốc')
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    const before = Y.encodeStateAsUpdate(one)
    for (let at = 0; at < 200; at++) {
      const [from, to] = at % 2 ? [one, two] : [two, one]
      const letters = first(from)
      letters.insert(letters.length >> 1, `${at} chữ xen giữa;`)
      if (at % 7 === 0) letters.delete(0, 5)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
    }
    const update = Y.encodeStateAsUpdate(one, Y.encodeStateVectorFromUpdate(before))
    expect(page(taken(splitUpdate(update, 1_000), before))).toBe(page(one))
  })

  it('takes away much at once', () => {
    const [doc, other] = [new Y.Doc(), new Y.Doc()]
    const letters = paragraph(doc, 'ab'.repeat(5_000))
    const before = Y.encodeStateAsUpdate(doc)
    Y.applyUpdate(other, before)
    doc.transact(() => {
      for (let at = 0; at < 5_000; at++) letters.delete(at, 1)
    })
    const pieces = splitUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(before)), bytesMax)
    expect(pieces.length).toBeGreaterThan(3)
    expect(page(taken(pieces, before))).toBe(page(doc))
  })
})
