import { dayMs, msOfDay } from '../format/dates'

/** From and until when by the offices' clock, "22:00" and "06:00"; they may begin before midnight and end after it. */
export interface QuietHours {
  from: string
  to: string
}

export const usualQuietHours: QuietHours = { from: '22:00', to: '06:00' }

function msOf(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number)
  return (hour! * 60 + minute!) * 60_000
}

/** How long they last from now on; 0 outside of them. Those that begin when they end never last. */
export function quietMsLeft(hours: QuietHours | null, now: number): number {
  if (!hours) return 0
  const from = msOf(hours.from)
  const lasts = (msOf(hours.to) - from + dayMs) % dayMs
  const since = (msOfDay(now) - from + dayMs) % dayMs
  return Math.max(0, lasts - since)
}
