import { useCallback, useEffect, useRef } from 'react'
import type { InboxItem } from '../wire/inbox'
import { quietMsLeft } from './quietHours'
import { quietHours } from './settings'

/** What came in quiet hours and was not told. */
export interface Held {
  count: number
  reminded: InboxItem[]
}

/** Keeps back what is not immediate in the quiet hours of this device, and tells it once they have ended. */
export function useQuietHours(onEnded: (held: Held) => void) {
  const held = useRef<Held>({ count: 0, reminded: [] })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tell = useRef(onEnded)
  useEffect(() => {
    tell.current = onEnded
  })

  const wait = useCallback(function wait(left: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      // Meanwhile they may have been set to end later; and a timer may be early.
      const more = quietMsLeft(quietHours(), Date.now())
      if (more > 0) return wait(more)
      const { count, reminded } = held.current
      held.current = { count: 0, reminded: [] }
      if (count + reminded.length > 0) tell.current({ count, reminded })
    }, left)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])

  /** True in quiet hours: this much is kept back. */
  const hold = useCallback((count: number, reminded: InboxItem[]): boolean => {
    const left = quietMsLeft(quietHours(), Date.now())
    if (left === 0) return false
    held.current.count += count
    held.current.reminded.push(...reminded)
    wait(left)
    return true
  }, [wait])
  return { hold }
}
