import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLive } from '../../live/LiveProvider'
import { api } from '../../wire/api'
import type { Board } from '../../wire/board'
import { isNotInScope } from '../../wire/refusal'
import { useLiveDocument } from '../documents/useLiveDocument'
import { applyBoardChange } from './board'

/** A hint may be lost; the board asks again this often while it is open. */
const refreshMs = 30_000

export function useBoard(documentId: string) {
  const { connection } = useLive()
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: ['board', documentId],
    queryFn: async ({ signal }) => {
      const read = await api.board(documentId, signal)
      const held = queries.getQueryData<Board>(['board', documentId])
      // A push may have overtaken this read.
      return held && held.version > read.version ? { ...read, ...held, late: read.late, lateUnits: read.lateUnits, remindable: read.remindable } : read
    },
    refetchInterval: refreshMs,
  })
  // Before the issue there is no board, and the line refuses to watch one: where the document stands tells when there is.
  const { refetch } = query
  const isMissing = query.data === undefined && query.errorUpdateCount > 0
  // A push would bring back the board of whom it is not for any more.
  const isGone = isNotInScope(query.error)
  const document = useLiveDocument(isMissing ? documentId : null).data
  const [isThere, position] = [document?.board === true, document?.position]
  useEffect(() => {
    if (isMissing && isThere) void refetch()
  }, [isMissing, isThere, position, refetch])
  useEffect(() => {
    if (isMissing || isGone) return
    const unwatch = connection.watch('Board', documentId)
    const off = connection.on('BoardChanged', (change) => {
      queries.setQueryData<Board>(['board', documentId], (held) => held && applyBoardChange(held, change, new Date().toISOString()))
    })
    return () => {
      off()
      unwatch()
    }
  }, [connection, queries, documentId, isMissing, isGone])
  return query
}
