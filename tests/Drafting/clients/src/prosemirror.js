// A draft's text as the JSON of its ProseMirror document, read by real Yjs.
import * as Y from 'yjs'

const run = ({ insert, attributes }) => ({
  type: 'text',
  text: insert,
  ...(attributes && { marks: Object.entries(attributes).map(([type, attrs]) => ({ type, ...(Object.keys(attrs ?? {}).length > 0 && { attrs }) })) }),
})

const node = (element) => {
  const attrs = element.getAttributes()
  const content = nodes(element)
  return { type: element.nodeName, ...(Object.keys(attrs).length > 0 && { attrs }), ...(content.length > 0 && { content }) }
}

const nodes = (parent) => parent.toArray().flatMap((child) => (child instanceof Y.XmlText ? child.toDelta().map(run) : [node(child)]))

/** Without white space between its parts; what has no attributes or no content says nothing of them. */
export const jsonOf = (fragment) => JSON.stringify({ type: 'doc', content: nodes(fragment) })
