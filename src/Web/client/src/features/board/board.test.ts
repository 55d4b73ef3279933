import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import '../../i18n'
import type { Board, Tile } from '../../wire/board'
import { applyBoardChange, limitWords, partsOf, received, sorted } from './board'

const tile = (code: string, units: number, registered: number, over: Partial<Tile> = {}): Tile => ({
  code, name: code, version: 1, units, opened: registered, sent: 0, arrived: units - registered, registered, assigned: 0, inProgress: 0, finished: 0, returned: 0, recallWaiting: 0, recallAgreed: 0, recallRefused: 0, ...over,
})
const board: Board = {
  documentId: 'd', version: 4, issuedAt: '2026-11-23T00:30:00Z', type: 'CT', typeName: 'Chỉ thị', typeNameEn: 'Directive', urgency: 'normal', abstract: '',
  totals: { ...tile('all', 10, 4), people: 100, opened: 5 }, tiles: [tile('11', 5, 2), tile('12', 5, 2)], plot: [], feed: [], lateAfterMinutes: 240, late: [], lateUnits: 0, remindable: 0,
}

describe('board', () => {
  it('has five parts that sum to the total', () => {
    const counts = tile('11', 20, 3, { arrived: 9, assigned: 2, inProgress: 4, finished: 1, returned: 1 })
    expect(Object.values(partsOf(counts)).reduce((a, b) => a + b)).toBe(20)
    expect(received(counts)).toBe(10)
  })
  it('sorts the lowest share first, ties by size', () => {
    expect(sorted([tile('a', 10, 10), tile('b', 10, 5), tile('c', 40, 20)], 'share').map((one) => one.code)).toEqual(['c', 'b', 'a'])
  })
  it('says the time after which a unit is late in hours, or in minutes', () => {
    expect([240, 60, 5].map((minutes) => limitWords(minutes, i18next.t))).toEqual(['4 giờ', '1 giờ', '5 phút'])
  })
  it('carries the recall with every change', () => {
    const recall = { reason: 'x', askedAt: '2026-11-23T07:00:00Z' }
    const change = { documentId: 'd', version: 5, totals: { ...board.totals, recallWaiting: 10 }, tiles: [], feed: [], recall }
    expect(applyBoardChange(board, change, '').recall).toEqual(recall)
  })
  it('applies newer versions and ignores old ones', () => {
    const feed = [{ at: '2026-11-23T07:00:00Z', unitId: 1, unit: 'x', kind: 'registered' as const }]
    const change = { documentId: 'd', version: 6, totals: { ...board.totals, registered: 5, arrived: 5 }, tiles: [tile('12', 5, 3)], feed }
    const next = applyBoardChange(board, change, '2026-11-23T07:00:01Z')
    expect(next.tiles[1]!.registered).toBe(3)
    expect(next.feed).toHaveLength(1)
    expect(applyBoardChange(next, { ...change, version: 5, tiles: [tile('12', 5, 1)] }, '')).toBe(next)
    expect(applyBoardChange(next, { ...change, version: 7 }, '2026-11-23T07:00:02Z').feed).toHaveLength(1)
  })
})
