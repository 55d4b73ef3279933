import type { Node } from '@tiptap/pm/model'
import { numbersOf, type Part } from '../../format/partNumbers'
import { footnoteName } from './footnote'

export interface OutlineLine {
  position: number
  part: Part
  label: string
  text: string
}

/** The letters of a line without those of its notes. */
function lineOf(line: Node): string {
  let text = ''
  line.forEach((node) => (text += node.type.name === footnoteName ? '' : node.textContent))
  return text
}

/** Chapters and articles always, clauses as well where there are no articles. */
export function outlineOf(doc: Node): OutlineLine[] {
  const lines: { position: number; part: Part | null; text: string }[] = []
  doc.forEach((node, position) => {
    lines.push({ position, part: (node.attrs.part as Part | null | undefined) ?? null, text: lineOf(node) })
  })
  const numbers = numbersOf(lines.map((line) => line.part))
  const shown: Part[] = lines.some((line) => line.part === 'article') ? ['chapter', 'article'] : ['chapter', 'clause']
  return lines.flatMap((line, at) =>
    line.part && shown.includes(line.part) ? [{ position: line.position, part: line.part, label: numbers[at]!, text: line.text }] : [])
}

/** Words as Vietnamese writes them: what stands between spaces and has a letter or a digit. */
export function wordsOf(doc: Node): number {
  let text = ''
  doc.descendants((node) => {
    // A note begins where a word ends.
    if (!node.isText) text += ' '
    text += node.text ?? ''
  })
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
