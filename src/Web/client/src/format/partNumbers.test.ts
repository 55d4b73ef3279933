import { describe, expect, it } from 'vitest'
import { numbersOf, type Part } from './partNumbers'
import cases from './partNumbers.json'

// The server counts by the same cases (tests/Unit/Text/PartNumbersTests.cs).
describe('numbers of parts', () => {
  it.each(cases)('$name', ({ parts, labels }) => expect(numbersOf(parts as (Part | null)[])).toEqual(labels))

  it('letter on after the last letter of the alphabet for any number of points', () => {
    expect(numbersOf(Array.from({ length: 23 * 24 + 1 }, () => 'point' as const)).slice(-2)).toEqual(['yy)', 'aaa)'])
  })
})
