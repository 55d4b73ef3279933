import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { unitsOf } from './findText'
import { footnoteName } from './footnote'
import type { Place } from './threadPlaces'

/** It is not the first paragraph of its list item or cell. */
export const behindOthers = 'next'

/** A paragraph of a text, and where it stands: in which lists and tables, and whether it comes first there. */
export interface Block extends Place {
  node: Node
  inside: string[]
  text: string
}

/** Letters of a paragraph that are to be others; offsets are the paragraph's own. */
export interface Change {
  from: number
  to: number
  replacement: string
}

export const isTable = ({ inside }: Block) => inside.some((one) => one.startsWith('table'))

/** The paragraphs of a text in the order of the page. */
export function blocksOf(doc: Node): Block[] {
  const blocks: Block[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const from = position + 1
    const $at = doc.resolve(position)
    const inside = Array.from({ length: $at.depth }, (_, above) => $at.node(above + 1)).map(({ type, attrs }) => type.name + JSON.stringify(attrs))
    if (inside.length > 0 && $at.index() > 0) inside.push(behindOthers)
    blocks.push({ from, to: from + node.content.size, node, inside, text: unitsOf(node) })
    return false
  })
  return blocks
}

interface Stretches {
  letters: { at: number; text: string }[]
  /** What stands between them: footnotes and line breaks. */
  between: string[]
}

function stretchesOf(line: Node): Stretches {
  const stretches: Stretches = { letters: [{ at: 0, text: '' }], between: [] }
  line.forEach((node, offset) => {
    if (node.isText) stretches.letters.at(-1)!.text += node.text!
    else {
      stretches.between.push(`${node.type.name} ${node.textContent}`)
      stretches.letters.push({ at: offset + node.nodeSize, text: '' })
    }
  })
  return stretches
}

/** The part in which two lines differ, as far as whole words. */
function difference(was: string, is: string): Change {
  const common = (a: string, b: string) => {
    let length = 0
    while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
    return length
  }
  const reversed = (text: string) => [...text].reverse().join('')
  const start = was.slice(0, common(was, is)).replace(/\S+$/, '').length
  const end = reversed(was.slice(was.length - common(reversed(was.slice(start)), reversed(is.slice(start))))).replace(/\S+$/, '').length
  return { from: start, to: was.length - end, replacement: is.slice(start, is.length - end) }
}

/** How the letters of one paragraph become those of another; null where its footnotes or line breaks are others. */
export function changesOf(was: Node, is: Node): Change[] | null {
  const [before, after] = [stretchesOf(was), stretchesOf(is)]
  if (before.between.join('\u0000') !== after.between.join('\u0000')) return null
  return before.letters.flatMap(({ at, text }, index) => {
    const now = after.letters[index]!.text
    if (now === text) return []
    const { from, to, replacement } = difference(text, now)
    return [{ from: at + from, to: at + to, replacement }]
  })
}

/** Whether footnotes are what two paragraphs differ in, and not line breaks alone. */
export function haveOtherNotes(was: Node | null, is: Node): boolean {
  const notesOf = (line: Node | null) => (line ? stretchesOf(line).between.filter((one) => one.startsWith(footnoteName)).join('\u0000') : '')
  return notesOf(was) !== notesOf(is)
}

/** The paragraph as it is once the changes are taken; letters that come take the look of those where they come. */
export function withChanges(was: Node, changes: readonly Change[]): Node {
  return changes.toReversed().reduce((line, { from, to, replacement }) => {
    const [$from, $to] = [line.resolve(from), line.resolve(to)]
    const marks = from === to ? $from.marks() : $from.marksAcross($to)
    const letters = replacement ? Fragment.from(line.type.schema.text(replacement, marks)) : Fragment.empty
    return line.replace(from, to, new Slice(letters, 0, 0))
  }, was)
}

/** The letters alone: without footnotes, line breaks as spaces. */
export function lettersAlone(line: Node): string {
  let letters = ''
  line.forEach((node) => (letters += node.text ?? (node.type.name === footnoteName ? '' : ' ')))
  return letters
}

/** Whether there is something else than letters in it. */
export const isBroken = (line: Node): boolean => stretchesOf(line).between.length > 0

/** A line in runs of at most so many units, by its own offsets. No footnote is cut in half: a longer one is a run by itself. */
export function lineRunsOf(line: Node, unitsMax: number): Place[] {
  const runs: Place[] = []
  const add = (units: number) => {
    const last = runs.at(-1)
    if (last && last.to - last.from + units <= unitsMax) last.to += units
    else runs.push({ from: last?.to ?? 0, to: (last?.to ?? 0) + units })
  }
  line.forEach((node) => {
    for (const units of node.isText ? runsOf(node.text!, unitsMax).map(({ length }) => length) : [node.nodeSize]) add(units)
  })
  return runs
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00

/** A text in runs of at most so many units; no letter of two is cut in half. */
export function runsOf(text: string, unitsMax: number): string[] {
  const runs: string[] = []
  for (let at = 0; at < text.length; at += runs.at(-1)!.length) {
    const end = at + unitsMax
    runs.push(text.slice(at, end < text.length && isHigh(text.charCodeAt(end - 1)) ? end - 1 : end))
  }
  return runs
}
