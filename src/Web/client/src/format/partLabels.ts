import type { Part } from './partNumbers'

export interface PartLabel {
  part: Part
  /** The number or letter as it is typed. */
  number: string
  /** The letters of the label, without the white space behind it. */
  length: number
}

// The server knows the same labels (src/Word/PartLabel.cs).
const labels: [Part, RegExp][] = [
  ['chapter', /^\s*(?:Chương|CHƯƠNG)\s+([IVXLC]+|\d{1,3})[.:]?(?=\s|$)/u],
  ['article', /^\s*(?:Điều|ĐIỀU)\s+(\d{1,4})\s*[.:]/u],
  ['clause', /^\s*(\d{1,3})\.(?=\s|$)/u],
  ['point', /^\s*([a-zđ]{1,2})\)/u],
]

/** The label of a part that a paragraph (NFC) begins with, as people type it. */
export function partLabelOf(text: string): PartLabel | null {
  for (const [part, pattern] of labels) {
    const found = pattern.exec(text)
    if (found) return { part, number: found[1]!, length: found[0].length }
  }
  return null
}
