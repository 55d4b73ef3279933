import { useSyncExternalStore } from 'react'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

export const useIsPhone = () => useMedia('(max-width: 599px)')
/** One pane at a time. */
export const useIsNarrow = () => useMedia('(max-width: 899px)')
/** The rail shows icon, word and number under one another. */
export const useIsCompact = () => useMedia('(max-width: 1199px)')
