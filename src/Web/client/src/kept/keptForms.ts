import { dayMs } from '../format/dates'

const formsMax = 50
/** More than the longest instruction with all its people; what is longer stays in the page's memory alone. */
const storedCharsMax = 20_000
/** Longer than over a long holiday nobody waits to go on with a form. */
const keptDaysMax = 7
const prefix = 'form.'

/** Whose words they are, in which seat, and for which act on what. */
export interface PlaceOf {
  official: number
  /** In whose name the act is done; absent where none is named. */
  seat?: number
  documentId?: string
  /** It may have come to two units of one person. */
  deliveryId?: string
  act: string
  /** Which step, thread or account the act is about, beside the document. */
  part?: string | number
  /** The document is: its words are stored nowhere. */
  isClassified: boolean
}

/** Where the words of one form are kept. */
export interface Place {
  key: string
  isClassified: boolean
}

interface Kept {
  at: number
  body: unknown
  /** The id of the command that carried these very words and was not answered yet. */
  sentAs?: string
}

const keyOfPerson = (official: number) => `${prefix}${official}.`
const keyOfDocument = (official: number, documentId = '') => `${keyOfPerson(official)}${documentId}.`

export const placeOf = ({ official, seat = 0, documentId, deliveryId = '', act, part = '', isClassified }: PlaceOf): Place => ({
  key: `${keyOfDocument(official, documentId)}${[deliveryId, seat, act, part].join('.')}`,
  isClassified,
})

/** Where the browser keeps nothing the words stay in the page's memory. */
function quietly<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}

const storedKeys = (begin: string) => quietly(() => Object.keys(sessionStorage).filter((key) => key.startsWith(begin)), [])
const unstore = (key: string) => quietly(() => sessionStorage.removeItem(key), undefined)

/** What this tab stored before it was loaded anew. */
function stored(): [string, Kept][] {
  const read = (key: string) => quietly(() => JSON.parse(sessionStorage.getItem(key)!) as Kept, null)
  return storedKeys(prefix)
    .map((key): [string, Kept | null] => [key, read(key)])
    .filter((one): one is [string, Kept] => typeof one[1]?.at === 'number')
    .sort(([, one], [, other]) => one.at - other.at)
}

const kept = new Map(stored())

function forget(key: string): void {
  kept.delete(key)
  unstore(key)
}

/** The map has the oldest first. */
function forgetOld(): void {
  const horizon = Date.now() - keptDaysMax * dayMs
  for (const [key, { at }] of kept) if (at < horizon || kept.size > formsMax) forget(key)
}

function store({ key, isClassified }: Place, form: Kept): void {
  const words = JSON.stringify(form)
  // What was stored of it before is older than these words, or was no secret then.
  if (isClassified || words.length > storedCharsMax || !quietly(() => (sessionStorage.setItem(key, words), true), false)) unstore(key)
}

/** What was typed into a form and is not recorded yet: closing it, going elsewhere, a refusal and a reload of this tab lose nothing. */
export function keptForm({ key }: Place): unknown {
  forgetOld()
  return kept.get(key)?.body
}

/** The id that these words were sent under, when nobody knows yet what became of them. */
export const keptAs = ({ key }: Place): string | undefined => kept.get(key)?.sentAs

/** A form never says anything that is a secret by itself, such as a password. */
export function keepForm(place: Place, body: unknown, sentAs?: string): void {
  const form: Kept = { at: Date.now(), body, sentAs }
  kept.delete(place.key)
  kept.set(place.key, form)
  store(place, form)
  forgetOld()
}

export const forgetForm = ({ key }: Place): void => forget(key)

/** The document is classified, perhaps since a moment: what was typed about it is in the page's memory alone. */
export function storeNothingOf(official: number, documentId: string): void {
  for (const key of storedKeys(keyOfDocument(official, documentId))) unstore(key)
}

/** Nothing of this person's stays in this tab. */
export function forgetForms(official: number): void {
  for (const key of [...kept.keys(), ...storedKeys(prefix)]) if (key.startsWith(keyOfPerson(official))) forget(key)
}

/** A form that was emptied again, or only has a box ticked, holds no words of anybody. */
export const saysSomething = (body: unknown): boolean =>
  Object.values((body ?? {}) as Record<string, unknown>).some((value) => (typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : typeof value === 'number'))

/** How many forms hold something of this person that was not sent. */
export function keptForms(official: number): number {
  forgetOld()
  return [...kept].filter(([key, { body }]) => key.startsWith(keyOfPerson(official)) && saysSomething(body)).length
}
