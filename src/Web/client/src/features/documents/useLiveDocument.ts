import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLive } from '../../live/LiveProvider'
import { useDocument } from './useDocument'

/** A document may be open at thousands of screens when it moves: they read again over this time. */
const rereadSpreadMs = 2_000

/** The document on an open page: read again when it moves, whoever moved it. */
export function useLiveDocument(documentId: string | null | undefined) {
  const { connection } = useLive()
  const queries = useQueryClient()
  const query = useDocument(documentId)
  const [told, setTold] = useState({ documentId: '', position: 0 })
  const held = query.data?.position

  useEffect(() => {
    if (!documentId) return
    const off = connection.on('DocumentChanged', (change) => {
      if (change.documentId === documentId) setTold(change)
    })
    // Read again it is answered as a missing one: what is on the screen is not the person's to see any more.
    const offClosed = connection.on('DocumentClosed', (closed) => {
      if (closed.documentId === documentId) void queries.invalidateQueries({ queryKey: ['document', documentId] })
    })
    const unwatch = connection.watch('Document', documentId)
    return () => {
      off()
      offClosed()
      unwatch()
    }
  }, [connection, queries, documentId])

  // What was told may be older or newer than what is read: only a newer position is asked for.
  const behind = told.documentId === documentId && held !== undefined && held < told.position
  useEffect(() => {
    if (!behind) return
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['document', documentId] }), Math.random() * rereadSpreadMs)
    return () => clearTimeout(timer)
  }, [behind, told.position, queries, documentId])
  return query
}
