import { describe, expect, it } from 'vitest'
import { deadlineOf, fullDay, listMoment, moment } from './dates'
import { folded, initials } from './names'
import { formatBytes, formatNumber, formatShare, parseCount } from './numbers'

const monday = Date.parse('2026-11-23T07:10:00Z') // 14:10 in Hà Nội

describe('numbers', () => {
  it('groups thousands by language', () => {
    expect(formatNumber(3321, 'vi')).toBe('3.321')
    expect(formatNumber(3321, 'en')).toBe('3,321')
  })
  it('never says 100 % while one is missing', () => {
    expect(formatShare(3320, 3321, 'vi')).toBe('99,9%')
    expect(formatShare(3321, 3321, 'vi')).toBe('100%')
    expect(formatShare(3118, 3321, 'vi')).toBe('93,8%')
  })
  it.each([['3321', 3321], ['3.321', 3321], ['3,321', 3321], [' 3 321 ', 3321], ['41.207.000', 41207000]])('reads %s', (typed, value) => {
    expect(parseCount(typed)).toBe(value)
  })
  it.each(['', '3.32', '3a', '-5', '33.21'])('does not read %j as a count', (typed) => {
    expect(parseCount(typed)).toBeNull()
  })
  it('says sizes in words of their scale', () => {
    expect(formatBytes(700_416, 'vi')).toBe('684 KB')
    expect(formatBytes(1_363_149, 'vi')).toBe('1,3 MB')
  })
})

describe('dates', () => {
  it('shows the hour today, the day this year, the year before', () => {
    expect(listMoment('2026-11-23T07:06:00.123Z', monday).main).toBe('14:06')
    expect(listMoment('2026-11-20T03:00:00Z', monday).main).toBe('20/11')
    expect(listMoment('2025-11-20T03:00:00Z', monday).main).toBe('20/11/2025')
    expect(moment('2026-11-20T03:00:00Z', monday)).toBe('20/11 10:00')
  })
  it('counts the day by the clock of the offices', () => {
    expect(listMoment('2026-11-22T17:30:00Z', monday).relation).toBe('today')
    expect(listMoment('2026-11-22T16:30:00Z', monday).relation).toBe('yesterday')
  })
  it('turns a wire date round', () => expect(fullDay('2026-11-05')).toBe('05/11/2026'))
  it('warns from two working days, over a week-end too', () => {
    const friday = Date.parse('2026-11-20T02:00:00Z')
    expect(deadlineOf('2026-11-24', false, friday)).toEqual({ level: 'near', days: 4 })
    expect(deadlineOf('2026-11-25', false, friday).level).toBe('inTime')
    expect(deadlineOf('2026-11-21', false, monday)).toEqual({ level: 'overdue', days: 2 })
  })
})

describe('names', () => {
  it('takes initials from the last two words', () => expect(initials('Nguyễn Hoài Ân')).toBe('HÂ'))
  it('folds marks, composed or not', () => {
    expect(folded('Điện Biên')).toBe('dien bien')
    expect(folded('Điện Biên'.normalize('NFD'))).toBe('dien bien')
  })
})
