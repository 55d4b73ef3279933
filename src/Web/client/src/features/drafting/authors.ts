import { shortName } from '../../format/names'
import type { Authors } from '../../wire/documents'

export interface Share {
  official: number
  name: string
  /** Of the paragraph's letters, 1 to 100. */
  percent: number
}

/** Who wrote each paragraph, by its id, the most first. Who wrote less than half a percent of it is left out. */
export function sharesOf({ people, blocks }: Authors): Map<string, Share[]> {
  const names = new Map(people.map((one) => [one.id, one.name]))
  return new Map(blocks.map(({ id, shares }) => {
    const all = shares.reduce((sum, share) => sum + share.letters, 0)
    const shown = shares.map(({ official, letters }) => ({ official, name: names.get(official) ?? '', percent: Math.round((100 * letters) / all) }))
    return [id, shown.filter((share) => share.percent > 0)]
  }))
}

const marginMax = 2

/** For the margin: a line a person, of several at most two and how many more there are. */
export function marginWords(shares: Share[]): string {
  if (shares.length === 1) return shortName(shares[0]!.name)
  const lines = shares.slice(0, marginMax).map((share) => `${shortName(share.name)} ${share.percent}%`)
  return shares.length > marginMax ? `${lines.join('\n')}\n+${shares.length - marginMax}` : lines.join('\n')
}

/** In one line, with whole names. */
export const shareWords = (shares: Share[]): string => shares.map((share) => `${share.name} ${share.percent}%`).join(', ')
