import { useEffect, useRef } from 'react'

interface Place {
  top: number
  left: number
  /** The row that was opened from here; null where none was. */
  row: number | null
}

/** Where the person was on each page of a book, so that coming back finds the same row and scroll. */
const places = new Map<string, Place>()

/** Of the page that this address names; the lines are there once it is ready. */
export function usePlaceInBook(address: string, isReady: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const restored = useRef<string | null>(null)
  useEffect(() => {
    const at = scroller.current
    if (!isReady || !at || restored.current === address) return
    restored.current = address
    const place = places.get(address)
    at.scrollTop = place?.top ?? 0
    at.scrollLeft = place?.left ?? 0
    if (!place || place.row === null) return
    at.querySelector<HTMLElement>(`[data-row="${place.row}"]`)?.focus({ preventScroll: true })
    // Once: who pages on and back has the keyboard elsewhere by then.
    places.set(address, { ...place, row: null })
  }, [address, isReady])
  const keep = (part: Partial<Place>) => places.set(address, { ...(places.get(address) ?? { top: 0, left: 0, row: null }), ...part })
  return {
    /** What scrolls. */
    scroller,
    /** The row was opened. */
    leave: (row: number) => void keep({ row }),
    scrolled: ({ scrollTop, scrollLeft }: HTMLElement) => {
      // Before it is restored the page stands at its beginning by itself.
      if (restored.current === address) keep({ top: scrollTop, left: scrollLeft })
    },
  }
}
