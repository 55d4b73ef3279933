import type { Locale, PersonRef, UnitRef } from '../wire/session'

/** The given name comes last in Vietnamese names, so initials are those of the last two words. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return words.slice(-2).map((word) => [...word][0] ?? '').join('').toLocaleUpperCase('vi')
}

/** How colleagues call each other: the last two words. */
export const shortName = (name: string): string => name.trim().split(/\s+/).slice(-2).join(' ')

/** One of six person colours, the same on every screen. */
export function personColour(id: number): number {
  return (Math.abs(id) % 6) + 1
}

export const personName = (person: string | PersonRef | null | undefined): string =>
  !person ? '' : typeof person === 'string' ? person : person.name

/** Commune names repeat across provinces: outside its province's page a commune carries its province. */
export function unitName(unit: UnitRef | string, locale: Locale): string {
  if (typeof unit === 'string') return unit
  const name = locale === 'en' && unit.nameEn ? unit.nameEn : unit.name
  return unit.province ? `${name}, ${unit.province}` : name
}

/** The type's name in the reader's language. */
export const typeName = (of: { typeName: string; typeNameEn?: string }, locale: Locale): string =>
  locale === 'en' && of.typeNameEn ? of.typeNameEn : of.typeName

/** Search without marks: lower case, no tone marks, đ and Ð as d. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐÐð]/g, 'd').toLowerCase()
}
