import { decodeStateVector, encodeStateVector, XmlElement, XmlFragment, XmlText, type Doc } from 'yjs'

/** How much of each client a text has. */
export const lengthsOf = (doc: Doc): Map<number, number> => decodeStateVector(encodeStateVector(doc))

/**
 * Whether a text has all of another that was ever saved: everything of others, who are shown nothing before it is durable,
 * and of one's own clients what is known to be. Other than by a restore no server loses any of it.
 */
export function hasAll(server: Doc, page: Doc, own: ReadonlySet<number>, savedUpTo: ReadonlyMap<number, number>): boolean {
  const there = lengthsOf(server)
  return [...lengthsOf(page)].every(([client, length]) => (there.get(client) ?? 0) >= (own.has(client) ? (savedUpTo.get(client) ?? 0) : length))
}

type Part = XmlElement | XmlFragment | XmlText

function isOf(part: Part, clients: ReadonlySet<number>): boolean {
  for (let item = part._start; item; item = item.right) {
    if (!item.deleted && clients.has(item.id.client)) return true
  }
  return part instanceof XmlFragment && (part.toArray() as Part[]).some((inner) => isOf(inner, clients))
}

function everyParagraph(root: XmlFragment): XmlElement[] {
  return (root.toArray() as Part[]).flatMap((part) => {
    if (part instanceof XmlText) return []
    return (part as XmlElement).nodeName === 'paragraph' ? [part as XmlElement] : everyParagraph(part as XmlElement)
  })
}

/** Of each paragraph of a text, in the order of the page, whether something that these clients typed stands in it. */
export const paragraphsOf = (root: XmlFragment, clients: ReadonlySet<number>): boolean[] => everyParagraph(root).map((one) => isOf(one, clients))

/** Of each paragraph, in the same order, whether one of these clients began it. */
export const begunBy = (root: XmlFragment, clients: ReadonlySet<number>): boolean[] =>
  everyParagraph(root).map(({ _item: item }) => item !== null && clients.has(item.id.client))
