import { partLabelOf } from '../../format/partLabels'

interface Item {
  paragraph: HTMLElement
  list: string
  level: number
  label: string
}

/** Word writes lists as paragraphs that say in their style which list and level they are of, with the sign in letters. */
function itemOf(paragraph: HTMLElement): Item | null {
  const said = /mso-list:\s*(l\d+)\s+level(\d)/i.exec(paragraph.getAttribute('style') ?? '')
  if (!said) return null
  const sign = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? ''))
  const label = (sign?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim()
  sign?.remove()
  return { paragraph, list: said[1]!, level: Number(said[2]), label }
}

const numberOf = (label: string): number | null => (/^\d{1,4}[.)]$/.test(label) ? Number.parseInt(label, 10) : null)

/** A sign of letters or figures that is no plain number stays in the text. */
const isSign = (label: string): boolean => !/[\p{L}\p{N}]/u.test(label) || label === 'o'

export function listsIn(body: HTMLElement): void {
  let open: { list: string; level: number; element: HTMLElement }[] = []
  let last: Element | null = null
  for (const paragraph of body.querySelectorAll<HTMLElement>('p[style*="mso-list"], h1[style*="mso-list"], h2[style*="mso-list"], h3[style*="mso-list"]')) {
    const item = itemOf(paragraph)
    if (!item) continue
    if (!isSign(item.label) && (partLabelOf(`${item.label} `) || numberOf(item.label) === null)) {
      // Whether the number is ours is seen where all labels are, typed ones too.
      paragraph.prepend(`${item.label} `)
      paragraph.removeAttribute('style')
      open = []
      continue
    }
    if (paragraph.previousElementSibling !== last) open = []
    last = place(item, open)
  }
}

/** Puts one paragraph into the list that it belongs to; the outermost list. */
function place({ paragraph, list, level, label }: Item, open: { list: string; level: number; element: HTMLElement }[]): Element {
  const { ownerDocument } = paragraph
  while (open.length && (open.at(-1)!.level > level || (open.at(-1)!.level === level && open.at(-1)!.list !== list))) open.pop()
  if (!open.length || open.at(-1)!.level < level) {
    const number = numberOf(label)
    const element = ownerDocument.createElement(number === null ? 'ul' : 'ol')
    if (number !== null && number !== 1) element.setAttribute('start', String(number))
    if (open.length) open.at(-1)!.element.lastElementChild!.append(element)
    else paragraph.before(element)
    open.push({ list, level, element })
  }
  const item = ownerDocument.createElement('li')
  const line = ownerDocument.createElement('p')
  line.append(...paragraph.childNodes)
  item.append(line)
  open.at(-1)!.element.append(item)
  paragraph.remove()
  return open[0]!.element
}
