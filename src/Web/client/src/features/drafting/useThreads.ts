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

/** What is said about the draft: read anew when the server says that there is more, and after every new beginning of the line. */
export function useThreads(view: DocumentView, provider: HocuspocusProvider) {
  const queries = useQueryClient()
  // What one may do with a thread depends on these, also of threads that have not changed.
  const queryKey = ['threads', view.id, view.state, view.draftRight]
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: ['threads', view.id] })
    provider.on('stateless', again)
    provider.on('synced', again)
    return () => {
      provider.off('stateless', again)
      provider.off('synced', again)
    }
  }, [queries, provider, view.id])
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const known = queries.getQueryData<Threads>(queryKey)
      return merged(known, await api.threads(view.id, known?.position, signal))
    },
    // Whoever only received the document is told nothing of how it came about.
    refetchInterval: (query) => (isNotInScope(query.state.error) ? false : lookMs),
  })
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
