import { describe, expect, it } from 'vitest'
import { callingAt, mentionsOf, namedLike, noWords, withName } from './mention'

const an = { id: 1, name: 'Nguyễn Văn Ấn' }
const anh = { id: 2, name: 'Trần Thị Ánh' }
const duc = { id: 3, name: 'Đỗ Minh Đức' }
const people = [an, anh, duc]

describe('a name that is being written', () => {
  it.each([
    ['@', 1, { at: 0, find: '' }],
    ['Nhờ @đỗ m', 9, { at: 4, find: 'đỗ m' }],
    ['(@a', 3, { at: 1, find: 'a' }],
    ['@an và @', 8, { at: 7, find: '' }],
    ['@anh xem', 2, { at: 0, find: 'a' }],
  ])('stands in %j before letter %i', (text, caret, calling) => expect(callingAt(text, caret)).toEqual(calling))

  it.each([
    ['', 0],
    ['@an', 0],
    ['van.thu@tinh', 12],
    ['@ an', 4],
    ['@an\nxem', 7],
    [`@${'a'.repeat(61)}`, 62],
  ])('does not stand in %j before letter %i', (text, caret) => expect(callingAt(text, caret)).toBeNull())
})

describe('who is offered', () => {
  it('is everybody while no letter is written', () => expect(namedLike(people, '')).toEqual(people))

  it.each([
    ['duc', [duc]],
    ['DO MINH', [duc]],
    ['thi anh', [anh]],
    ['inh', []],
  ])('is found by %j without marks, at the beginning of a word', (find, found) => expect(namedLike(people, find)).toEqual(found))

  it('comes first with the very marks', () => {
    expect(namedLike(people, 'an')).toEqual([an, anh])
    expect(namedLike(people, 'án')).toEqual([anh, an])
    expect(namedLike(people, 'án'.normalize('NFD'))).toEqual([anh, an])
  })
})

describe('a chosen name', () => {
  it('takes the place of what was written of it', () => {
    expect(withName({ text: 'Nhờ @du xem', named: [] }, { at: 4, find: 'du' }, duc)).toEqual({
      words: { text: 'Nhờ @Đỗ Minh Đức xem', named: [duc] }, caret: 17,
    })
  })

  it('calls the person once, and no longer when it was taken out', () => {
    const { words } = withName(withName(noWords, { at: 0, find: '' }, an).words, { at: 0, find: '' }, an)
    expect(mentionsOf(words)).toEqual([1])
    expect(mentionsOf({ ...words, text: 'Nguyễn Văn Ấn' })).toEqual([])
  })
})
