import { dayMs, today } from '../../format/dates'
import { useSession } from '../../shell/SessionProvider'
import type { MergedUnit, UnitRef } from '../../wire/session'

/** Whose book is open. */
export interface OpenBook {
  /** Nobody's for who acts for no unit: the server then says whose it is, or that there is none. */
  unit: UnitRef | null
  /** Of a unit that is no more: a closed book. */
  merged: MergedUnit | null
  /** Merged units whose books may be opened as well. */
  others: MergedUnit[]
  /** The last year that there are lines of: this one, or the one in which the unit ended. */
  lastYear: number
}

/** A merger of 1 January leaves a book that ends the year before. */
const yearBefore = (day: string) => new Date(Date.parse(day) - dayMs).getUTCFullYear()

/** The book of the unit that the address names, or of the own one: an address may be older than the seat it is opened from. */
export function useBook(named: string | null): OpenBook {
  const { seat } = useSession()
  const others = seat?.merged ?? []
  const merged = others.find((one) => String(one.unit.id) === named) ?? null
  return {
    unit: merged?.unit ?? seat?.unit ?? null,
    merged,
    others,
    lastYear: merged ? yearBefore(merged.on) : Number(today().slice(0, 4)),
  }
}
