import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useLink, useStore } from '../live/LiveProvider'
import { Outbox, type Entry } from './outbox'

const OutboxContext = createContext<Outbox | null>(null)

export function OutboxProvider({ children }: { children: ReactNode }) {
  const outbox = useMemo(() => new Outbox(), [])
  const link = useLink()
  const store = useStore()

  useEffect(() => outbox.setOnline(link.name !== 'offline'), [outbox, link.name])
  useEffect(() => {
    if (store.name === 'there') outbox.wake()
  }, [outbox, store.name])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (outbox.current().some((entry) => entry.phase.name !== 'held')) event.preventDefault()
    }
    const flush = () => outbox.flushHeld()
    window.addEventListener('beforeunload', warn)
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('pagehide', flush)
    }
  }, [outbox])

  return <OutboxContext.Provider value={outbox}>{children}</OutboxContext.Provider>
}

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext)
  if (!outbox) throw new Error('useOutbox outside OutboxProvider')
  return outbox
}

export function useOutboxEntries(): readonly Entry[] {
  const outbox = useOutbox()
  return useSyncExternalStore(outbox.subscribe, outbox.current)
}
