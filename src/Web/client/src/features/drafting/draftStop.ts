/**
 * Why a line has ended: the server takes nothing more of what the page holds. `foreign` is text in the name of a client id
 * that is another person's; `restored`, text of data that the server has no more.
 */
export type Stop = 'refused' | 'tooLarge' | 'foreign' | 'restored'

const finalFrom = 4_400
const finalTo = 4_499
/** The session has ended, or the draft is out of sight: asking for another ticket tells which. */
const askAgain = [4_401, 4_403]
const stops: Partial<Record<number, Stop>> = { 4_409: 'foreign', 4_413: 'tooLarge' }

/** What a close code means for the page; null where the line comes back. The provider itself comes back after every code. */
export function stopOf(code: number): Stop | null {
  const isFinal = code >= finalFrom && code <= finalTo && !askAgain.includes(code)
  return isFinal ? (stops[code] ?? 'refused') : null
}
