/**
 * The connection as the person sees it. Pure: the socket, the clock and the dice are outside.
 * connecting → live ⇄ slow; a lost line goes to connecting, which is not the first then, a failed try to offline with the
 * time of the next.
 */
export type Link =
  | { name: 'connecting'; since: number; attempt: number; first: boolean }
  | { name: 'live' }
  | { name: 'slow' }
  | { name: 'offline'; since: number; attempt: number; nextTryAt: number }

export type LinkEvent =
  | { kind: 'opened' }
  | { kind: 'lost' }
  | { kind: 'failed'; waitMs: number }
  | { kind: 'trying' }
  | { kind: 'roundTrip'; ms: number | null }

/** An answer slower than this makes the lamp say so. */
export const slowMsMin = 3_000

export function nextLink(link: Link, event: LinkEvent, now: number): Link {
  switch (event.kind) {
    case 'opened':
      return { name: 'live' }
    case 'lost':
      return link.name === 'connecting' || link.name === 'offline' ? link : { name: 'connecting', since: now, attempt: 0, first: false }
    case 'failed': {
      const since = link.name === 'connecting' || link.name === 'offline' ? link.since : now
      const attempt = link.name === 'connecting' || link.name === 'offline' ? link.attempt + 1 : 1
      return { name: 'offline', since, attempt, nextTryAt: now + event.waitMs }
    }
    case 'trying':
      return link.name === 'offline' ? { ...link, nextTryAt: now } : link
    case 'roundTrip':
      if (link.name === 'live' && (event.ms === null || event.ms > slowMsMin)) return { name: 'slow' }
      if (link.name === 'slow' && event.ms !== null && event.ms <= slowMsMin) return { name: 'live' }
      return link
  }
}

export const retryMsMax = 30_000

/** Doubling waits with full jitter around them, so that a returning server is not met by everyone at once. */
export function retryWaitMs(attempt: number, dice: number): number {
  const wait = Math.min(retryMsMax, 1_000 * 2 ** Math.min(attempt, 10))
  return Math.round(wait * (0.5 + dice))
}

export const isConnected = (link: Link): boolean => link.name === 'live' || link.name === 'slow'
