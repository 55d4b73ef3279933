// The offices all keep one clock. Instants are shown by it wherever the reader's computer is.
const zone = 'Asia/Ho_Chi_Minh'
const zoneOffsetMs = 7 * 3_600_000
export const dayMs = 86_400_000

interface Parts {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** 0 is Sunday. */
  weekday: number
}

// The zone has had no daylight saving since 1975, so its offset is a constant; Intl is slow in long lists.
function partsOf(instant: string | number): Parts {
  const local = new Date(new Date(instant).getTime() + zoneOffsetMs)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    weekday: local.getUTCDay(),
  }
}

const two = (value: number) => String(value).padStart(2, '0')

export function isoDay(instant: string | number): string {
  const at = partsOf(instant)
  return `${at.year}-${two(at.month)}-${two(at.day)}`
}

export function today(now: number = Date.now()): string {
  return isoDay(now)
}

/** Of a calendar date from the wire: today is not past. */
export const isPastDay = (day: string): boolean => day.slice(0, 10) < today()

export const time = (instant: string | number) => {
  const at = partsOf(instant)
  return `${two(at.hour)}:${two(at.minute)}`
}

/** Of the day by the offices' clock. */
export const msOfDay = (instant: number) => (instant + zoneOffsetMs) % dayMs

export const timeWithSeconds = (instant: string | number) => `${time(instant)}:${two(partsOf(instant).second)}`

export const fullDate = (instant: string | number) => {
  const at = partsOf(instant)
  return `${two(at.day)}/${two(at.month)}/${at.year}`
}

/** 20/11, where the year is plain. */
export const dayMonth = (instant: string | number) => {
  const at = partsOf(instant)
  return `${two(at.day)}/${two(at.month)}`
}

/** A calendar date from the wire ("2026-11-25") as 25/11/2026. */
export const fullDay = (day: string) => day.slice(0, 10).split('-').reverse().join('/')

export interface ListMoment {
  /** 14:06 today, 20/11 this year, 20/11/2025 before. */
  main: string
  relation: 'today' | 'yesterday' | 'thisYear' | 'before'
  weekday: number
  clock: string
}

export function listMoment(instant: string, now: number = Date.now()): ListMoment {
  const at = partsOf(instant)
  const day = isoDay(instant)
  const clock = time(instant)
  if (day === isoDay(now)) return { main: clock, relation: 'today', weekday: at.weekday, clock }
  const relation = day === isoDay(now - dayMs) ? 'yesterday' : at.year === partsOf(now).year ? 'thisYear' : 'before'
  const main = relation === 'before' ? fullDate(instant) : dayMonth(instant)
  return { main, relation, weekday: at.weekday, clock }
}

/** A moment on one line: 14:06 today, 20/11 14:06 this year, otherwise with the year. */
export function moment(instant: string, now: number = Date.now()): string {
  const shown = listMoment(instant, now)
  return shown.relation === 'today' ? shown.main : `${shown.main} ${shown.clock}`
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

function workingDaysBetween(from: string, to: string): number {
  let days = 0
  for (let at = Date.parse(from) + dayMs; at <= Date.parse(to); at += dayMs) {
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) days++
  }
  return days
}

export type DeadlineLevel = 'inTime' | 'near' | 'overdue'

export interface DeadlineWords {
  level: DeadlineLevel
  /** Calendar days left, or days past when overdue. */
  days: number
}

/**
 * Amber from two working days on; of holidays nobody knows, the server neither. Whether a deadline
 * is missed is the server's word, by whose clock the day ends; without that word the date here decides.
 */
export function deadlineOf(dueOn: string, overdue: boolean, now: number = Date.now()): DeadlineWords {
  const day = today(now)
  const left = daysBetween(day, dueOn.slice(0, 10))
  if (overdue || left < 0) return { level: 'overdue', days: Math.max(0, -left) }
  return { level: workingDaysBetween(day, dueOn.slice(0, 10)) <= 2 ? 'near' : 'inTime', days: left }
}

export const timeZone = zone
