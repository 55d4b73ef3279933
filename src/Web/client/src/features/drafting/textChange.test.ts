import { describe, expect, it } from 'vitest'
import { changeBetween } from './textChange'

describe('the change between two texts', () => {
  it.each([
    ['', 'a', { at: 0, removed: 0, inserted: 'a' }],
    ['Theo Luat', 'Theo Luật', { at: 7, removed: 1, inserted: 'ậ' }],
    ['aa', 'aaa', { at: 2, removed: 0, inserted: 'a' }],
    ['abc', '', { at: 0, removed: 3, inserted: '' }],
    ['x😀y', 'x😁y', { at: 1, removed: 2, inserted: '😁' }],
    ['x😀', 'x😀😀', { at: 3, removed: 0, inserted: '😀' }],
  ])('of %j and %j', (before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change)
    expect(before.slice(0, change.at) + change.inserted + before.slice(change.at + change.removed)).toBe(after)
  })

  it('is none where nothing changed', () => expect(changeBetween('a', 'a')).toBeNull())
})
