/** One stretch of letters that was put in, or taken away, in a text. */
export interface TypedChange {
  index: number
  remove: number
  insert: string
}

const isPairsEnd = (letter: string | undefined): boolean => letter !== undefined && /[\uDC00-\uDFFF]/.test(letter)

/**
 * What made the one text of the other, as whoever has the caret there did it: what was put in ends at the caret, what was
 * taken away began there. Null where it was another change, or where the letters alone say the same: of two equal letters
 * side by side they do not say which one came or went.
 */
export function typedChange(before: string, after: string, caret: number): TypedChange | null {
  const grown = after.length - before.length
  const index = caret - Math.max(0, grown)
  if (grown === 0 || index < 0) return null
  const [long, short] = grown > 0 ? [after, before] : [before, after]
  if (long.slice(0, index) + long.slice(index + Math.abs(grown)) !== short) return null
  if (before[index] === undefined || before[index] !== after[index] || isPairsEnd(before[index])) return null
  return grown > 0 ? { index, remove: 0, insert: after.slice(index, caret) } : { index, remove: -grown, insert: '' }
}
