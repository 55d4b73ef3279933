import { createElement, Fragment, type ReactNode } from 'react'
import './written-text.css'

interface TextNode {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string }[]
  content?: TextNode[]
}

const blocks: Record<string, string> = {
  paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li', table: 'table', tableRow: 'tr', tableHeader: 'th', tableCell: 'td',
}
const marks: Record<string, string> = { bold: 'strong', italic: 'em', underline: 'u' }

function propsOf({ type, attrs }: TextNode): Record<string, unknown> {
  if (type === 'paragraph' && attrs?.part) return { 'data-part': attrs.part }
  if (type === 'orderedList') return { start: attrs?.start }
  if (type === 'tableHeader' || type === 'tableCell') return { colSpan: attrs?.colspan, rowSpan: attrs?.rowspan }
  return {}
}

function render(node: TextNode, key: number, notes?: Map<TextNode, string>): ReactNode {
  if (node.type === 'text') {
    return (node.marks ?? []).reduce<ReactNode>(
      (inside, mark) => (marks[mark.type] ? createElement(marks[mark.type]!, { key }, inside) : inside),
      <Fragment key={key}>{node.text}</Fragment>,
    )
  }
  if (node.type === 'hardBreak') return <br key={key} />
  const children = node.content?.map((child, at) => render(child, at, notes))
  if (node.type === 'table') return <table key={key}><tbody>{children}</tbody></table>
  return createElement(blocks[node.type] ?? 'div', { key, ...propsOf(node), ...noteProps(notes?.get(node)) }, children?.length ? children : node.type === 'paragraph' ? <br /> : undefined)
}

const noteProps = (note: string | undefined) => (note ? { className: 'who', 'data-who': note } : {})

const paragraphsOf = (node: TextNode): TextNode[] => (node.type === 'paragraph' ? [node] : (node.content?.flatMap(paragraphsOf) ?? []))

interface WrittenTextProps {
  content: string
  /** What stands in the margin of each paragraph, in their order; empty for nothing. */
  notes?: string[]
}

/** A locked text as it was signed. What this page does not know is shown by its letters. */
export function WrittenText({ content, notes }: WrittenTextProps) {
  const doc = JSON.parse(content) as TextNode
  const noted = notes && new Map(paragraphsOf(doc).map((one, at) => [one, notes[at] ?? '']))
  return <div className="written">{doc.content?.map((child, at) => render(child, at, noted))}</div>
}
