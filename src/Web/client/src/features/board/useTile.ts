import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../wire/api'
import type { Tile } from '../../wire/board'
import { Refusal } from '../../wire/refusal'

/** A page of units reads again at most this often, however many of them open or register at once. */
export const rereadMs = 500

/** A server that has too much to do is given time. */
export const refusedWaitMs = 5_000

/** The units of a tile: read again when the pushed tile is newer than they are. */
export function useTile(documentId: string, code: string, pushed: Tile | undefined) {
  const query = useQuery({
    queryKey: ['boardTile', documentId, code],
    queryFn: ({ signal }) => api.boardTile(documentId, code, signal),
  })
  const { data, refetch, dataUpdatedAt, errorUpdatedAt, error } = query
  // Whoever may not read it any more need not ask again.
  const refused = error instanceof Refusal && error.status < 500 && error.status !== 429
  const waitMs = error instanceof Refusal ? refusedWaitMs : rereadMs
  const behind = pushed !== undefined && data !== undefined && data.tile.version < pushed.version
  useEffect(() => {
    if (!behind || refused) return
    const timer = setTimeout(() => void refetch(), waitMs)
    return () => clearTimeout(timer)
    // Not by what is pushed meanwhile: while many act at once it would be put off for ever.
  }, [behind, refused, waitMs, refetch, dataUpdatedAt, errorUpdatedAt])
  return query
}
