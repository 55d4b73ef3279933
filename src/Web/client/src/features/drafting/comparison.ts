import { diffArrays } from 'diff'
import { numbersOf, type Part } from '../../format/partNumbers'

interface TextNode {
  type: string
  text?: string
  attrs?: { part?: Part | null }
  content?: TextNode[]
}

/** Letters that both sides have, or only the side they stand on. */
export interface Piece {
  text: string
  own: boolean
}

/** One paragraph beside its counterpart; null where there is none. */
export interface ComparedRow {
  left: Piece[] | null
  right: Piece[] | null
}

function lettersOf(node: TextNode): string {
  if (node.type === 'hardBreak') return '\n'
  const letters = node.text ?? node.content?.map(lettersOf).join('') ?? ''
  return node.type === 'footnote' ? ` [${letters}]` : letters
}

/** The paragraphs of a text with their numbers, those in lists and tables too. */
export function paragraphsOf(content: string): string[] {
  const found: { part: Part | null; text: string }[] = []
  const walk = (node: TextNode) => {
    if (node.type === 'paragraph') found.push({ part: node.attrs?.part ?? null, text: lettersOf(node) })
    else node.content?.forEach(walk)
  }
  walk(JSON.parse(content) as TextNode)
  const numbers = numbersOf(found.map((one) => one.part))
  return found.map((one, at) => (numbers[at] ? `${numbers[at]} ${one.text}` : one.text))
}

/** A removed paragraph and an added one are the same paragraph changed when they share a third of their words. */
const sharedMin = 1 / 3

function words(text: string): string[] {
  return text.split(/(\s+)/u).filter(Boolean)
}

function pieces(before: string, after: string): { left: Piece[]; right: Piece[]; shared: number } {
  const left: Piece[] = []
  const right: Piece[] = []
  let both = 0
  let all = 0
  for (const change of diffArrays(words(before), words(after))) {
    const text = change.value.join('')
    const count = change.value.filter((word) => word.trim()).length
    all += count
    if (!change.added && !change.removed) both += count
    if (!change.added) left.push({ text, own: change.removed })
    if (!change.removed) right.push({ text, own: change.added })
  }
  return { left, right, shared: all ? both / all : 1 }
}

const whole = (text: string): Piece[] => [{ text, own: true }]

/** Pairs what was taken away with what came in its place, from the top. */
function changed(removed: string[], added: string[]): ComparedRow[] {
  const rows: ComparedRow[] = []
  let next = 0
  for (const before of removed) {
    const at = added.findIndex((after, index) => index >= next && pieces(before, after).shared >= sharedMin)
    if (at < 0) {
      rows.push({ left: whole(before), right: null })
      continue
    }
    for (; next < at; next++) rows.push({ left: null, right: whole(added[next]!) })
    const { left, right } = pieces(before, added[at]!)
    rows.push({ left, right })
    next = at + 1
  }
  for (; next < added.length; next++) rows.push({ left: null, right: whole(added[next]!) })
  return rows
}

/** Two texts beside each other, paragraph by paragraph, word by word. */
export function compare(left: string, right: string): ComparedRow[] {
  const rows: ComparedRow[] = []
  let removed: string[] = []
  for (const change of diffArrays(paragraphsOf(left), paragraphsOf(right))) {
    if (change.removed) {
      removed = change.value
      continue
    }
    if (change.added) rows.push(...changed(removed, change.value))
    else {
      rows.push(...changed(removed, []))
      rows.push(...change.value.map((text): ComparedRow => ({ left: [{ text, own: false }], right: [{ text, own: false }] })))
    }
    removed = []
  }
  return [...rows, ...changed(removed, [])]
}
