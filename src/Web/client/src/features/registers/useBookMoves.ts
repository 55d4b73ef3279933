import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLive } from '../../live/LiveProvider'
import type { Box } from '../../wire/inbox'

/** A clerk's items leave or change in these when a line of a register does. */
const bookedBoxes: Box[] = ['waitingReceipt', 'toNumber', 'issued', 'recall']

/** A whole desk registers at once: the book is read once for all that moved in this time. */
const readAnewMsMin = 1_500

/** While the page is open, what colleagues write into the register appears in it. */
export function useBookMoves(): void {
  const { inbox } = useLive()
  const queries = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const readAnew = () => {
      timer = undefined
      void queries.invalidateQueries({ queryKey: ['register'] })
    }
    const stop = inbox.onMoved((moved) => {
      if (bookedBoxes.some((box) => moved.has(box))) timer ??= setTimeout(readAnew, readAnewMsMin)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [inbox, queries])
}
