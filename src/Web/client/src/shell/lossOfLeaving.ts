import { useEffect, useRef } from 'react'

/** Asked when the page is left, for what a page knows without having drawn it yet. */
type Loss = string | null | (() => string | null)

/** What each open page would lose by leaving it, in words; null where it would lose nothing. */
const losses: { current: Loss }[] = []

const wordsOf = (loss: Loss) => (typeof loss === 'function' ? loss() : loss)

export const lossOfLeaving = (): string | null => losses.map(({ current }) => wordsOf(current)).find((words) => words !== null) ?? null

/** While there are words, every way inside the product asks before it leaves the page. */
export function useLossOfLeaving(loss: Loss): void {
  const held = useRef(loss)
  useEffect(() => {
    held.current = loss
  }, [loss])
  useEffect(() => {
    losses.push(held)
    return () => {
      losses.splice(losses.indexOf(held), 1)
    }
  }, [])
}
