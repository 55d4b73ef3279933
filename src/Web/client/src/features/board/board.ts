import type { TFunction } from 'i18next'
import type { Board, BoardChanged, StateCounts, Tile, TileUnit } from '../../wire/board'

/** Registered or further: the receiving unit has put it into its own book. */
export const received = (counts: StateCounts): number => counts.registered + counts.assigned + counts.inProgress + counts.finished

export const parts = ['finished', 'inProgress', 'assigned', 'registered', 'notReceived'] as const
export type Part = (typeof parts)[number]

/** The five parts of the bar; they sum to the total. What was returned has not been received. */
export function partsOf(counts: StateCounts): Record<Part, number> {
  return {
    finished: counts.finished,
    inProgress: counts.inProgress,
    assigned: counts.assigned,
    registered: counts.registered,
    notReceived: counts.units - received(counts),
  }
}

/** How the units answered a recall. */
export const answers = (counts: StateCounts) => ({ agreed: counts.recallAgreed, waiting: counts.recallWaiting, refused: counts.recallRefused })

/** Below this share a tile asks for attention, once the units had time to receive: a fresh board is calm. */
const lateShareMax = 0.82
const calmMs = 4 * 3_600_000

export const isLate = (counts: StateCounts, issuedAt: string, now: number): boolean =>
  now - Date.parse(issuedAt) > calmMs && shareOf(counts) < lateShareMax

export const shareOf = (counts: StateCounts): number => (counts.units === 0 ? 1 : received(counts) / counts.units)

export type Order = 'share' | 'name' | 'missing'

export function sorted(tiles: readonly Tile[], order: Order): Tile[] {
  const byName = (one: Tile, other: Tile) => one.name.localeCompare(other.name, 'vi')
  const missing = (tile: Tile) => tile.units - received(tile)
  return [...tiles].sort((one, other) => {
    if (order === 'name') return byName(one, other)
    if (order === 'missing') return missing(other) - missing(one) || byName(one, other)
    return shareOf(one) - shareOf(other) || other.units - one.units || byName(one, other)
  })
}

const feedKeptMax = 40

/** The board after a push. Versions only grow: an old push changes nothing. */
export function applyBoardChange(board: Board, change: BoardChanged, now: string): Board {
  if (change.documentId !== board.documentId || change.version <= board.version) return board
  const changed = new Map(change.tiles.map((tile) => [tile.code, tile]))
  const known = new Set(board.feed.map((line) => `${line.at}${line.unitId}${line.kind}`))
  const fresh = change.feed.filter((line) => !known.has(`${line.at}${line.unitId}${line.kind}`))
  const got = received(change.totals)
  const last = board.plot.at(-1)
  return {
    ...board,
    version: change.version,
    totals: change.totals,
    recall: change.recall,
    tiles: board.tiles.map((tile) => changed.get(tile.code) ?? tile),
    feed: [...fresh, ...board.feed].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, feedKeptMax),
    plot: last && last.received === got ? board.plot : [...board.plot, { at: now, received: got }],
  }
}

/** The time after which a unit is late, in whole hours where it is hours. */
export const limitWords = (minutes: number, t: TFunction): string =>
  minutes % 60 === 0 ? t('board.limitHours', { count: minutes / 60 }) : t('board.limitMinutes', { count: minutes })

/** Whether the moment, if there was one, lies the board's time back. */
export const isLongAgo = (at: string | null | undefined, minutes: number, now: number): boolean => !at || Date.parse(at) + minutes * 60_000 <= now

/** Whom a reminder now would reach, as the server decides it (ReceiptTimes.MayRemind): it is asked again when one is sent. */
export const mayRemind = (unit: TileUnit, lateAfterMinutes: number, now: number): boolean =>
  unit.state === 'arrived' &&
  (unit.recall === 'none' || unit.recall === 'refused') &&
  Boolean(unit.arrivedAt) &&
  isLongAgo(unit.arrivedAt, lateAfterMinutes, now) &&
  isLongAgo(unit.remindedAt, lateAfterMinutes, now)
