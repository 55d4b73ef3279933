export interface TextChange {
  at: number
  removed: number
  inserted: string
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000

/** The one stretch in which two texts differ: what others write beside it stays. No letter of two units is cut in half. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end -= 1
  return { at: start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) }
}
