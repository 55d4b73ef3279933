import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { onUnavailable } from '../wire/http'
import type { Me } from '../wire/session'
import { LiveConnection } from './connection'
import { InboxStore } from './inboxStore'
import { isConnected, type Link } from './link'
import type { InboxSnapshot } from './snapshot'
import { StoreWatch, type StoreState } from './storeWatch'

interface Live {
  connection: LiveConnection
  inbox: InboxStore
  store: StoreWatch
}

const LiveContext = createContext<Live | null>(null)

/** If no socket comes up in this time, the first read does not wait for it any longer. */
const firstReadWaitMsMax = 1_500

export function LiveProvider({ me, onSignedOut, children }: { me: Me; onSignedOut: () => void; children: ReactNode }) {
  const officialId = me.official.id
  const live = useMemo(() => ({ connection: new LiveConnection(), inbox: new InboxStore(officialId), store: new StoreWatch() }), [officialId])
  const queries = useQueryClient()

  useEffect(() => {
    const { connection, inbox, store } = live
    let wasConnected = false
    const readAnew = () => {
      inbox.reconnected()
      void queries.invalidateQueries()
    }
    // Subscribe before the first read: what happens in between is then in the pushes that wait.
    const stops = [
      connection.on('InboxChanged', (pushed) => inbox.push(pushed)),
      connection.on('Behind', (told) => inbox.behind(told)),
      connection.on('SignedOut', onSignedOut),
      connection.on('StoreChanged', (told) => store.askIn(told.askAfterMs)),
      inbox.onTouched((documents) => {
        for (const documentId of documents) void queries.invalidateQueries({ queryKey: ['document', documentId] })
      }),
      connection.onLink(() => {
        const connected = isConnected(connection.current())
        if (connected && !wasConnected) readAnew()
        // A server without its store refuses the line as well.
        if (connection.current().name === 'offline') store.suspect()
        wasConnected = connected
      }),
      store.subscribe(() => {
        if (store.current().name === 'there') readAnew()
      }),
    ]
    onUnavailable(store.suspect)
    connection.start()
    const firstRead = setTimeout(() => {
      if (!inbox.current()) void inbox.refresh()
    }, firstReadWaitMsMax)
    return () => {
      clearTimeout(firstRead)
      for (const stop of stops) stop()
      onUnavailable(() => {})
      store.stop()
      inbox.stop()
      connection.stop()
    }
  }, [live, queries, onSignedOut])

  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('useLive outside LiveProvider')
  return live
}

export function useLink(): Link {
  const { connection } = useLive()
  return useSyncExternalStore(connection.onLink, connection.current)
}

export function useInbox(): InboxSnapshot | null {
  const { inbox } = useLive()
  return useSyncExternalStore(inbox.subscribe, inbox.current)
}

export function useStore(): StoreState {
  const { store } = useLive()
  return useSyncExternalStore(store.subscribe, store.current)
}

/** Whether reading can succeed, as far as this page knows. */
export function useReachable(): boolean {
  const link = useLink()
  const store = useStore()
  return link.name !== 'offline' && store.name === 'there'
}
