import { describe, expect, it } from 'vitest'
import { typedChange } from './typedChange'

describe('what was typed', () => {
  it.each([
    ['a blank before a blank', 'a b', 'a  b', 2, { index: 1, remove: 0, insert: ' ' }],
    ['letters before their like', 'xanan', 'xananan', 3, { index: 1, remove: 0, insert: 'an' }],
    ['the first of two taken away', 'a  b', 'a b', 1, { index: 1, remove: 1, insert: '' }],
  ])('is where the caret says it is: %s', (_, before, after, caret, change) => expect(typedChange(before, after, caret)).toEqual(change))

  it.each([
    ['another letter', 'ab', 'axb', 2],
    ['the letter behind its like', 'ab', 'abb', 3],
    ['the last of two taken away', 'abb', 'ab', 2],
    ['a letter for a letter', 'tie', 'tiê', 3],
    ['more than one change', 'a  b', 'x   b', 2],
    ['a caret that is elsewhere', 'a b', 'a  b', 0],
    ['half of a letter of two', '😀', '😀😀', 3],
  ])('is plain, or no typing: %s', (_, before, after, caret) => expect(typedChange(before, after, caret)).toBeNull())
})
