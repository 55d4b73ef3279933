import { useEffect } from 'react'
import { useLive } from '../live/LiveProvider'
import { isUnread } from '../live/snapshot'
import { notices } from './notices'

/** What the person has read, on this device or another, and what has left, the bell counts no longer. */
export function useUnseen(): void {
  const { inbox } = useLive()
  useEffect(() => inbox.subscribe(() => {
    const snapshot = inbox.current()
    if (!snapshot || notices.current().unseen === 0) return
    notices.keepUnseen((key) => {
      const item = snapshot.items.get(key)
      // Where all was read afresh nobody knows yet of what lies further down.
      return item ? isUnread(item, snapshot.official) : !snapshot.gone.has(key)
    })
  }), [inbox])
}
