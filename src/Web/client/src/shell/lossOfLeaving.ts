import { useEffect, useRef } from 'react'

/** What each open page would lose by leaving it, in words; null where it would lose nothing. */
const losses: { current: string | null }[] = []

export const lossOfLeaving = (): string | null => losses.find((loss) => loss.current !== null)?.current ?? null

/** While there are words, every way inside the product asks before it leaves the page. */
export function useLossOfLeaving(words: string | null): void {
  const held = useRef(words)
  useEffect(() => {
    held.current = words
  }, [words])
  useEffect(() => {
    losses.push(held)
    return () => {
      losses.splice(losses.indexOf(held), 1)
    }
  }, [])
}
