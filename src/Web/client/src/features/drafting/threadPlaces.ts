import type { Node, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { Thread } from '../../wire/threads'
import { findIn, noText, unitsOf } from './findText'

/** A stretch of the text, by positions of the editor. */
export interface Place {
  from: number
  to: number
}

export interface Standing extends Place {
  /** What stands there is letter for letter what stood there when the thread was opened. */
  exact: boolean
}

type Part = Y.XmlElement | Y.XmlFragment | Y.XmlText

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

/** One unit for each position of a line, also for what is no text: the bounds of a footnote too. */
export function lettersOf(doc: Node, { from, to }: Place): string {
  const lines: string[] = []
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock) lines.push(unitsOf(node).slice(Math.max(0, from - position - 1), to - position - 1))
    return !node.isTextblock
  })
  return lines.join('\n')
}

/** Whether these letters stand there. Threads that were opened long ago name the letters of footnotes without their bounds. */
const says = (doc: Node, place: Place, letters: string) =>
  lettersOf(doc, place) === letters || doc.textBetween(place.from, place.to, '\n', noText) === letters

/** How many positions of the editor a part of the shared text takes. */
function sizeOf(part: Part, schema: Schema): number {
  if (part instanceof Y.XmlText) return part.length
  if (schema.nodes[(part as Y.XmlElement).nodeName]?.isLeaf) return 1
  return 2 + sizeOfParts(part.toArray() as Part[], schema)
}

const sizeOfParts = (parts: Part[], schema: Schema) => parts.reduce((sum, part) => sum + sizeOf(part, schema), 0)

/** Where in the shared text a position of the editor is. */
function pointAt(parent: Y.XmlFragment, position: number, schema: Schema): { type: Part; index: number } {
  let left = position
  for (const [at, part] of (parent.toArray() as Part[]).entries()) {
    const size = sizeOf(part, schema)
    if (part instanceof Y.XmlText) {
      if (left <= size) return { type: part, index: left }
    } else if (left === 0) return { type: parent, index: at }
    else if (left < size) return pointAt(part as Y.XmlElement, left - 1, schema)
    left -= size
  }
  return { type: parent, index: parent.length }
}

/**
 * A place as relative positions: they name the first and the last letter, so that what is typed before or behind does not
 * belong to it. An empty place follows the letter before it.
 */
export function anchorOf(root: Y.XmlFragment, { from, to }: Place, schema: Schema): { start: string; end: string } {
  const encoded = (position: number, side: 0 | -1) => {
    const { type, index } = pointAt(root, position, schema)
    return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, index, side)))
  }
  return { start: encoded(from, from === to ? -1 : 0), end: encoded(to, -1) }
}

/** The editor's position that a relative one names now; null when its paragraph is gone, or nobody here knows it yet. */
function positionOf(root: Y.XmlFragment, encoded: string, schema: Schema): number | null {
  if (!root.doc) return null
  const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(encoded)), root.doc)
  if (!found) return null
  let part = found.type as Part
  let position = part instanceof Y.XmlText ? found.index : sizeOfParts((part.toArray() as Part[]).slice(0, found.index), schema)
  while (part !== root) {
    const parent = part.parent as Part | null
    if (!parent || part instanceof Y.XmlFragment && !part._item || part._item?.deleted) return null
    const before = (parent as Y.XmlFragment).toArray() as Part[]
    position += sizeOfParts(before.slice(0, before.indexOf(part)), schema) + (part instanceof Y.XmlText ? 0 : 1)
    part = parent
  }
  return position
}

function anchored(doc: Node, root: Y.XmlFragment, thread: Thread): Place | null {
  try {
    const from = positionOf(root, thread.start, doc.type.schema)
    const to = positionOf(root, thread.end, doc.type.schema)
    // Letters that both were put between may have gone past each other.
    return from === null || to === null || from > to || to > doc.content.size ? null : { from, to }
  } catch {
    // Bytes that are no relative position: another client's, which the server does not read.
    return null
  }
}

/**
 * Where a thread stands in the text. Who splits a paragraph makes its second half anew, and with it the letters that the
 * thread named: then its words are looked for, and found where they stand only once.
 */
export function standingOf(doc: Node, root: Y.XmlFragment, thread: Thread): Standing | null {
  const place = anchored(doc, root, thread)
  if (place && says(doc, place, thread.quote)) return { ...place, exact: true }
  if (place && lettersOf(doc, place)) return { ...place, exact: false }
  const found = findIn(doc, thread.quote).filter((one) => lettersOf(doc, one).normalize('NFC') === thread.quote.normalize('NFC'))
  return found.length === 1 ? { ...found[0]!, exact: lettersOf(doc, found[0]!) === thread.quote } : null
}

/** From one paragraph to the next there are two positions for the one line feed. */
const positionsOf = (text: string) => text.length + (text.match(/\n/g)?.length ?? 0)

/**
 * What was accepted is not in the text: whoever accepted it was cut off in between, or the text had changed. Letters that a
 * suggestion keeps stay the same letters: then it is in the text where they stand among its others.
 */
export function isLeftOut(doc: Node, root: Y.XmlFragment, thread: Thread): boolean {
  if (thread.state !== 'accepted') return false
  const place = anchored(doc, root, thread)
  if (!place || !says(doc, place, thread.quote)) return false
  const { quote, replacement: put } = { quote: thread.quote, replacement: thread.replacement ?? '' }
  for (let at = put.indexOf(quote); at >= 0 && at + quote.length <= put.length; at = put.indexOf(quote, at + 1)) {
    const from = put.endsWith('\n') ? place.from - positionsOf(put) : place.from - at
    const around = { from: Math.max(from, 0), to: Math.min(from + positionsOf(put), doc.content.size) }
    if (around.from <= around.to && lettersOf(doc, around) === put) return false
    // An empty quote stands before what is added, and nowhere else.
    if (quote === '') break
  }
  return true
}
