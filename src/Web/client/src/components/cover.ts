import { useEffect, useSyncExternalStore } from 'react'

let dialogs = 0
const listeners = new Set<() => void>()

function change(by: number) {
  dialogs += by
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** For a dialog: the page lies behind it until it closes. */
export function useCovers(): void {
  useEffect(() => {
    change(1)
    return () => change(-1)
  }, [])
}

/** Whether a dialog stands over the page: what lies behind it is seen by nobody. */
export const useCovered = (): boolean => useSyncExternalStore(subscribe, () => dialogs > 0)
