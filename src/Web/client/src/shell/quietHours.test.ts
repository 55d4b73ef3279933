import { describe, expect, it } from 'vitest'
import { quietMsLeft } from './quietHours'

const at = (clock: string) => Date.parse(`2026-11-25T${clock}+07:00`)
const night = { from: '22:00', to: '06:00' }
const hour = 3_600_000

describe('quiet hours', () => {
  it.each([
    ['22:00:00', 8 * hour],
    ['23:59:00', 6 * hour + 60_000],
    ['00:00:00', 6 * hour],
    ['05:59:59', 1_000],
    ['06:00:00', 0],
    ['21:59:59', 0],
  ])('go over midnight by the offices\' clock: at %s', (clock, left) => expect(quietMsLeft(night, at(clock))).toBe(left))

  it('may lie within a day', () => {
    const noon = { from: '11:30', to: '13:00' }
    expect(quietMsLeft(noon, at('12:00:00'))).toBe(hour)
    expect(quietMsLeft(noon, at('13:00:00'))).toBe(0)
    expect(quietMsLeft(noon, at('03:00:00'))).toBe(0)
  })

  it('are none where none are set, and where they end as they begin', () => {
    expect(quietMsLeft(null, at('23:00:00'))).toBe(0)
    expect(quietMsLeft({ from: '08:00', to: '08:00' }, at('08:00:00'))).toBe(0)
  })
})
