import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../wire/api'
import type { Tile } from '../../wire/board'

/** A page of units reads again at most this often, however many of them open or register at once. */
export const rereadMs = 500

/** The units of a tile: read again when the pushed tile is newer than they are. */
export function useTile(documentId: string, code: string, pushed: Tile | undefined) {
  const query = useQuery({
    queryKey: ['boardTile', documentId, code],
    queryFn: ({ signal }) => api.boardTile(documentId, code, signal),
  })
  const { data, refetch, dataUpdatedAt, errorUpdatedAt } = query
  const behind = pushed !== undefined && data !== undefined && data.tile.version < pushed.version
  useEffect(() => {
    if (!behind) return
    const timer = setTimeout(() => void refetch(), rereadMs)
    return () => clearTimeout(timer)
    // Not by what is pushed meanwhile: while many act at once it would be put off for ever.
  }, [behind, refetch, dataUpdatedAt, errorUpdatedAt])
  return query
}
