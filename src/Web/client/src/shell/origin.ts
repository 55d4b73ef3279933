import { filters, type Filter } from '../wire/inbox'
import { isPlace, type Place } from './boxes'

/** Where a document was opened from, and goes back to. */
export interface Origin {
  href: string
  /** What it is called, in the i18n files. */
  name: string
  place: Place | null
  filter: Filter
}

/** Pages that list documents and are no boxes. */
const lists: [start: string, name: string][] = [
  ['/registers/incoming', 'registers.incoming'],
  ['/registers/outgoing', 'registers.outgoing'],
  ['/search', 'search.results'],
]

const queryOf = (filter: Filter) => (filter === 'all' ? '' : `filter=${filter}`)

export const originOfPlace = (place: Place, filter: Filter = 'all'): Origin => ({
  href: ['/inbox/' + place, queryOf(filter)].filter(Boolean).join('?'),
  name: `words.boxes.${place}`,
  place,
  filter,
})

/** What an address of a document says of it; null where it says nothing that is known here. */
export function originIn(parameters: URLSearchParams): Origin | null {
  const back = parameters.get('back') ?? ''
  const list = lists.find(([start]) => back === start || back.startsWith(`${start}?`))
  if (list) return { href: back, name: list[1], place: null, filter: 'all' }
  const place = parameters.get('box') ?? parameters.get('from') ?? ''
  if (!isPlace(place)) return null
  const filter = parameters.get('filter') as Filter
  return originOfPlace(place, filters.includes(filter) ? filter : 'all')
}

const withPart = (href: string, part: string) => `${href}${href.includes('?') ? '&' : '?'}${part}`

/** The same address, for whoever opens it from a box. */
export const fromPlace = (href: string, place: string, filter: Filter): string => [withPart(href, `box=${place}`), queryOf(filter)].filter(Boolean).join('&')

/** The same address, for whoever opens it from a register or from what was found. */
export const fromList = (href: string, path: string, search: string): string => withPart(href, `back=${encodeURIComponent([path, search].filter(Boolean).join('?'))}`)
