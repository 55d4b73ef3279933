import { partLabelOf } from '../../format/partLabels'
import { labelOf, PartCount } from '../../format/partNumbers'
import { listsIn } from './officeLists'
import { notesIn } from './officeNotes'

const signs = /mso-|class="?Mso|urn:schemas-microsoft-com|docs-internal-guid|sdfootnote|content="LibreOffice/i
const noise = 'style, script, meta, link, title, xml, img, o\\:p'
type Style = ReadonlyMap<string, string>
const marks: [string, (style: Style) => boolean][] = [
  ['strong', (style) => style.get('font-weight') === 'bold' || Number(style.get('font-weight')) >= 600],
  ['em', (style) => style.get('font-style') === 'italic'],
  ['u', (style) => `${style.get('text-decoration')} ${style.get('text-decoration-line')}`.includes('underline')],
]

/** Read from its letters: the page's security policy keeps styles of elements from being more than that. */
function styleOf(element: Element): Style {
  const parts = (element.getAttribute('style') ?? '').toLowerCase().split(';')
  return new Map(parts.map((part) => part.split(':', 2).map((word) => word.trim()) as [string, string]))
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** Conditional comments say what browsers shall not see. */
function removeComments(root: Node): void {
  const walker = root.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (walker.nextNode()) found.push(walker.currentNode)
  for (const comment of found) comment.parentNode!.removeChild(comment)
}

/** Spans say by style what our marks say by name; a bold element whose style says it is not bold is Google's wrapper. */
function markSpans(body: HTMLElement): void {
  for (const bold of body.querySelectorAll('b, strong')) if (/^(normal|400)$/.test(styleOf(bold).get('font-weight') ?? '')) unwrap(bold)
  for (const span of body.querySelectorAll('span[style], font[style]')) {
    const style = styleOf(span)
    for (const [name, isSo] of marks) {
      if (!isSo(style) || span.closest('h1, h2, h3, h4, h5, h6')) continue
      const mark = body.ownerDocument.createElement(name)
      mark.append(...span.childNodes)
      span.append(mark)
    }
    // The editor's own marks read styles too.
    span.removeAttribute('style')
  }
}

const isBreak = (node: Node): boolean => node.nodeName === 'BR'

/** Letters and breaks in order; a break is one blank. */
function piecesOf(element: Element): (Text | Element)[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const pieces: (Text | Element)[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text || isBreak(walker.currentNode)) pieces.push(walker.currentNode as Text | Element)
  return pieces
}

const lettersOf = (pieces: (Text | Element)[]): string => pieces.map((piece) => (piece instanceof Text ? piece.data.replaceAll(/\s/gu, ' ') : ' ')).join('')

/** Takes so many letters and breaks away from the beginning. */
function cutLetters(pieces: (Text | Element)[], count: number): void {
  let left = count
  for (const piece of pieces) {
    if (left <= 0) return
    const cut = piece instanceof Text ? Math.min(left, piece.length) : 1
    if (piece instanceof Text) piece.deleteData(0, cut)
    else piece.remove()
    left -= cut
  }
}

/** A number is taken for a part only where ours is the same: others refer to it. */
function parts(body: HTMLElement): void {
  const count = new PartCount()
  for (const paragraph of body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    if (paragraph.closest('table, li')) continue
    const pieces = piecesOf(paragraph)
    const text = lettersOf(pieces)
    const label = partLabelOf(text)
    if (!label || labelOf(label.part, count.numberOfNext(label.part)).replace(/[.)]$/u, '').split(' ').at(-1) !== label.number) continue
    count.next(label.part)
    cutLetters(pieces, label.length + (/^\s*/u.exec(text.slice(label.length))?.[0].length ?? 0))
    const part = body.ownerDocument.createElement('p')
    part.dataset.part = label.part
    part.append(...paragraph.childNodes)
    // The page shows these bold.
    if (label.part === 'chapter' || label.part === 'article') part.querySelectorAll('b, strong').forEach(unwrap)
    paragraph.replaceWith(part)
  }
}

function removeEmpty(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p')) {
    const isEmpty = !paragraph.textContent?.trim() && !paragraph.querySelector('[data-footnote]')
    if (isEmpty && !paragraph.dataset.part && !paragraph.closest('td, th, li')) paragraph.remove()
  }
}

/** Office programs break lines of their HTML anywhere, and a line's end is a blank there. */
function joinLines(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    text.data = text.data.replaceAll(/[\r\n]+/gu, ' ').normalize('NFC')
  }
}

/** The HTML of an office program in the structure that drafts have; any other HTML as it is. */
export function cleanedOffice(html: string): string {
  if (!signs.test(html)) return html
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  removeComments(body)
  body.querySelectorAll(noise).forEach((element) => element.remove())
  joinLines(body)
  notesIn(body)
  listsIn(body)
  markSpans(body)
  parts(body)
  removeEmpty(body)
  return body.innerHTML
}
