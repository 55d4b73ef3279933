import { numbersOf, type Part } from '../../format/partNumbers'

interface TextNode {
  type: string
  text?: string
  attrs?: { part?: Part | null }
  content?: TextNode[]
}

/** A paragraph, or a row of a table. */
export interface Line {
  part: Part | null
  /** As it is shown before the text; null for plain text. */
  number: string | null
  text: string
}

const cellsApart = ' | '

const lettersOf = (node: TextNode): string =>
  node.type === 'hardBreak' ? '\n' : (node.text ?? node.content?.map(lettersOf).join('') ?? '')

/** A row of a table is one line: what was typed into a cell, or a column more, is then a change of that row. */
function rowOf(row: TextNode, numberOf: (paragraph: TextNode) => string | null): string {
  const paragraph = (node: TextNode): string[] =>
    node.type === 'paragraph' ? [[numberOf(node), lettersOf(node)].filter(Boolean).join(' ')] : (node.content?.flatMap(paragraph) ?? [])
  return (row.content ?? []).map((cell) => paragraph(cell).join(' ')).join(cellsApart)
}

function paragraphNodes(node: TextNode): TextNode[] {
  return node.type === 'paragraph' ? [node] : (node.content?.flatMap(paragraphNodes) ?? [])
}

/** The lines of a text with their numbers, those in lists and tables too. */
export function paragraphsOf(content: string): Line[] {
  const doc = JSON.parse(content) as TextNode
  const paragraphs = paragraphNodes(doc)
  const labels = numbersOf(paragraphs.map((one) => one.attrs?.part ?? null))
  const numbers = new Map(paragraphs.map((one, at) => [one, labels[at] ?? null]))
  const linesOf = (node: TextNode): Line[] => {
    if (node.type === 'paragraph') return [{ part: node.attrs?.part ?? null, number: numbers.get(node) ?? null, text: lettersOf(node) }]
    if (node.type === 'tableRow') return [{ part: null, number: null, text: rowOf(node, (one) => numbers.get(one) ?? null) }]
    return node.content?.flatMap(linesOf) ?? []
  }
  return linesOf(doc)
}
