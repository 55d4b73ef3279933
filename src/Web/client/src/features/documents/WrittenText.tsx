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

function render(node: TextNode, key: number): ReactNode {
  if (node.type === 'text') {
    return (node.marks ?? []).reduce<ReactNode>(
      (inside, mark) => (marks[mark.type] ? createElement(marks[mark.type]!, { key }, inside) : inside),
      <Fragment key={key}>{node.text}</Fragment>,
    )
  }
  if (node.type === 'hardBreak') return <br key={key} />
  const children = node.content?.map(render)
  if (node.type === 'table') return <table key={key}><tbody>{children}</tbody></table>
  return createElement(blocks[node.type] ?? 'div', { key, ...propsOf(node) }, children?.length ? children : node.type === 'paragraph' ? <br /> : undefined)
}

/** A locked text as it was signed. What this page does not know is shown by its letters. */
export function WrittenText({ content }: { content: string }) {
  return <div className="written">{(JSON.parse(content) as TextNode).content?.map(render)}</div>
}
