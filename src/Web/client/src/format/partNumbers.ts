/** The parts of an administrative text: chapter, article, clause, point. */
export const parts = ['chapter', 'article', 'clause', 'point'] as const
export type Part = (typeof parts)[number]

// The order in which points are lettered; f, j, w and z are no letters of the language.
const letters = [...'abcdđeghiklmnopqrstuvxy']

const romans: [number, string][] = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]

function roman(number: number): string {
  const [value, text] = romans.find(([one]) => one <= number) ?? [0, '']
  return value ? text + roman(number - value) : ''
}

function letter(number: number): string {
  return number ? letter(Math.floor((number - 1) / letters.length)) + letters[(number - 1) % letters.length]! : ''
}

const labels: Record<Part, (number: number) => string> = {
  chapter: (number) => `Chương ${roman(number)}`,
  article: (number) => `Điều ${number}.`,
  clause: (number) => `${number}.`,
  point: (number) => `${letter(number)})`,
}

/** What begins anew under each part; articles are counted through all chapters. */
const resets: Record<Part, Part[]> = { chapter: ['clause', 'point'], article: ['clause', 'point'], clause: ['point'], point: [] }

/** The label of a part by its number, from 1. */
export const labelOf = (part: Part, number: number): string => labels[part](number)

/** A part's label at the begin of a line, as one types it, with the space behind it. */
export const labelTyped = /^(Điều \d{1,3}\.|\d{1,3}\.|\p{L}{1,2}\)) $/u

/** What part a label of these is. Nobody types the number of a chapter without its name behind it, in a line of its own. */
export function partOfLabel(label: string): Part {
  if (label.endsWith(')')) return 'point'
  return label.startsWith('Điều') ? 'article' : 'clause'
}

/** Counts the parts of one text in order. */
export class PartCount {
  private readonly reached: Record<Part, number> = { chapter: 0, article: 0, clause: 0, point: 0 }

  numberOfNext(part: Part): number {
    return this.reached[part] + 1
  }

  next(part: Part): string {
    for (const below of resets[part]) this.reached[below] = 0
    this.reached[part] += 1
    return labelOf(part, this.reached[part])
  }
}

/** The label of each paragraph of a text, in order; null for those without one. */
export function numbersOf(structure: readonly (Part | null)[]): (string | null)[] {
  const count = new PartCount()
  return structure.map((part) => part && count.next(part))
}
