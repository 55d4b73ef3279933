import { describe, expect, it } from 'vitest'
import { numbersOf } from './partNumbers'

describe('numbers of parts', () => {
  it('count articles through chapters, clauses in their article, points in their clause', () => {
    expect(numbersOf(['chapter', 'article', 'clause', 'point', 'point', 'clause', 'point', null, 'chapter', 'article', 'clause'])).toEqual([
      'Chương I', 'Điều 1.', '1.', 'a)', 'b)', '2.', 'a)', null, 'Chương II', 'Điều 2.', '1.',
    ])
  })

  it('letter points by the Vietnamese alphabet', () => {
    expect(numbersOf(Array.from({ length: 24 }, () => 'point' as const)).slice(3)).toEqual([
      'd)', 'đ)', 'e)', 'g)', 'h)', 'i)', 'k)', 'l)', 'm)', 'n)', 'o)', 'p)', 'q)', 'r)', 's)', 't)', 'u)', 'v)', 'x)', 'y)', 'aa)',
    ])
  })
})
