import { folded } from '../../format/names'
import type { PersonRef } from '../../wire/session'

/** What somebody says, and whom the words name. */
export interface Words {
  text: string
  named: PersonRef[]
}

export const noWords: Words = { text: '', named: [] }

/** The most letters of a comment and of an answer. */
export const wordsMax = 1_000

/** Behind so many letters no name is being written any more. */
const findMax = 60

/** Whoever was named and whose name was taken out again is not called. */
export const mentionsOf = ({ text, named }: Words): number[] =>
  [...new Set(named.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))]

/** A name that is being written. */
export interface Calling {
  /** Where its sign stands. */
  at: number
  /** Its letters so far, up to the caret. */
  find: string
}

/** The name that is being written at the caret, or null. A sign behind a letter or a figure is one of an address. */
export function callingAt(text: string, caret: number): Calling | null {
  const at = text.slice(0, caret).lastIndexOf('@')
  const find = text.slice(at + 1, caret)
  if (at < 0 || find.length > findMax || find.includes('\n') || /^\s/.test(find)) return null
  return /[\p{L}\p{N}]$/u.test(text.slice(0, at)) ? null : { at, find }
}

const begins = (name: string, letters: string): boolean => ` ${name}`.includes(` ${letters}`)
const lower = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi')

/** Who has a name with a word that begins so, marks or none; whoever has the very marks comes first. */
export function namedLike(people: PersonRef[], find: string): PersonRef[] {
  const found = people.filter(({ name }) => begins(folded(name), folded(find)))
  const exact = new Set(found.filter(({ name }) => begins(lower(name), lower(find))))
  return [...exact, ...found.filter((one) => !exact.has(one))]
}

/** The words with this person's name in the place of what was written of it, and where the caret then stands. */
export function withName({ text, named }: Words, { at, find }: Calling, person: PersonRef): { words: Words; caret: number } {
  const name = `@${person.name} `
  const rest = text.slice(at + 1 + find.length).replace(/^ /, '')
  return { words: { text: text.slice(0, at) + name + rest, named: [...named, person] }, caret: at + name.length }
}
