import type { HocuspocusProvider } from '@hocuspocus/provider'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useOutbox } from '../../outbox/OutboxProvider'
import { useSession } from '../../shell/SessionProvider'
import { api } from '../../wire/api'
import type { Ack, DocumentView } from '../../wire/documents'
import { isNotInScope } from '../../wire/refusal'
import type { Threads } from '../../wire/threads'

/** A word that something was said may be lost on its way. */
const lookMs = 30_000

/** What is known, with what has changed since. */
export function merged(known: Threads | undefined, news: Threads): Threads {
  if (!known) return news
  const changed = new Set(news.threads.map(({ id }) => id))
  return { ...news, threads: [...known.threads.filter(({ id }) => !changed.has(id)), ...news.threads] }
}

interface Known {
  threads: Threads
  /** What one might do when they were read. */
  as: string
}

/**
 * What is said about the draft: read anew when the server says that there is more, and after every new beginning of the line.
 * Undefined before it is known, and for whoever may not read it. While it cannot be read anew it is what it was.
 */
export function useThreads(view: DocumentView, provider: HocuspocusProvider): Threads | undefined {
  const queries = useQueryClient()
  const queryKey = ['threads', view.id]
  // What one may do with a thread depends on these, also of threads that have not changed.
  const as = `${view.state} ${view.draftRight}`
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: ['threads', view.id] })
    provider.on('stateless', again)
    provider.on('synced', again)
    return () => {
      provider.off('stateless', again)
      provider.off('synced', again)
    }
  }, [queries, provider, view.id])
  const { data, error } = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Known> => {
      const known = queries.getQueryData<Known>(queryKey)
      const threads = known?.as === as ? known.threads : undefined
      return { as, threads: merged(threads, await api.threads(view.id, threads?.position, signal)) }
    },
    // Whoever only received the document is told nothing of how it came about.
    refetchInterval: (query) => (isNotInScope(query.state.error) ? false : lookMs),
  })
  // Until they are read as what they are now, those that were read before stand in the margin.
  const isOther = data !== undefined && data.as !== as
  useEffect(() => {
    if (isOther) void queries.invalidateQueries({ queryKey: ['threads', view.id] })
  }, [queries, view.id, as, isOther])
  return isNotInScope(error) ? undefined : data?.threads
}

export type SayThread = (path: string, body: unknown, act: 'thread' | 'settleThread', key?: string) => Promise<Ack>

/** One act on the draft's threads; the list holds its effect when this has ended well. */
export function useSayThread(view: DocumentView): SayThread {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const { seat } = useSession()
  return useCallback(
    async (path, body, act, key = crypto.randomUUID()) => {
      try {
        return await outbox.send({ key, path: `/api/documents/${view.id}/threads${path}`, body, actingSeat: seat?.id, label: { key: `acts.${act}.name` } })
      } finally {
        // Also after a no: somebody else may have been first.
        await queries.invalidateQueries({ queryKey: ['threads', view.id] })
      }
    },
    [outbox, queries, seat?.id, view.id],
  )
}
