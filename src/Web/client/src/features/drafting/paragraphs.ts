import { numbersOf, type Part } from '../../format/partNumbers'

interface TextNode {
  type: string
  text?: string
  attrs?: { part?: Part | null; colspan?: number; rowspan?: number }
  marks?: { type: string }[]
  content?: TextNode[]
}

/** A paragraph, or a row of a table. */
export interface Line {
  part: Part | null
  /** As it is shown before the text; null for plain text. */
  number: string | null
  text: string
  /** How it looks: which letters are bold, italic or underlined, and in what list or cell it stands. */
  look: string
}

const cellsApart = ' | '

function lettersOf(node: TextNode): string {
  if (node.type === 'hardBreak') return '\n'
  const letters = node.text ?? node.content?.map(lettersOf).join('') ?? ''
  return node.type === 'footnote' ? ` [${letters}]` : letters
}

/** A row of a table is one line: what was typed into a cell, or a column more, is then a change of that row. */
function rowOf(row: TextNode, numberOf: (paragraph: TextNode) => string | null): string {
  const paragraph = (node: TextNode): string[] =>
    node.type === 'paragraph' ? [[numberOf(node), lettersOf(node)].filter(Boolean).join(' ')] : (node.content?.flatMap(paragraph) ?? [])
  return (row.content ?? []).map((cell) => paragraph(cell).join(' ')).join(cellsApart)
}

/** Runs that look the same are one, however they were cut. */
function lookOf(node: TextNode): string {
  const runs: { marks: string; letters: number }[] = []
  const walk = (one: TextNode) => {
    const letters = one.text?.length ?? (one.content ? 0 : 1)
    const marks = (one.marks ?? []).map(({ type }) => type).sort().join(',')
    const run = runs.at(-1)
    if (run?.marks === marks) run.letters += letters
    else if (letters > 0) runs.push({ marks, letters })
    one.content?.forEach(walk)
  }
  node.content?.forEach(walk)
  return runs.map(({ marks, letters }) => `${marks} ${letters}`).join(';')
}

const spanOf = ({ type, attrs }: TextNode) => `${type} ${attrs?.colspan ?? 1} ${attrs?.rowspan ?? 1}`

function paragraphNodes(node: TextNode): TextNode[] {
  return node.type === 'paragraph' ? [node] : (node.content?.flatMap(paragraphNodes) ?? [])
}

/** The lines of a text with their numbers, those in lists and tables too. */
export function paragraphsOf(content: string): Line[] {
  const doc = JSON.parse(content) as TextNode
  const paragraphs = paragraphNodes(doc)
  const labels = numbersOf(paragraphs.map((one) => one.attrs?.part ?? null))
  const numbers = new Map(paragraphs.map((one, at) => [one, labels[at] ?? null]))
  const linesOf = (node: TextNode, list: string): Line[] => {
    if (node.type === 'paragraph') {
      return [{ part: node.attrs?.part ?? null, number: numbers.get(node) ?? null, text: lettersOf(node), look: `${list}|${lookOf(node)}` }]
    }
    if (node.type === 'tableRow') {
      const look = (node.content ?? []).map((cell) => `${spanOf(cell)} ${lookOf(cell)}`).join('|')
      return [{ part: null, number: null, text: rowOf(node, (one) => numbers.get(one) ?? null), look }]
    }
    return node.content?.flatMap((inner) => linesOf(inner, node.type.endsWith('List') ? `${list} ${node.type}` : list)) ?? []
  }
  return linesOf(doc, '')
}
