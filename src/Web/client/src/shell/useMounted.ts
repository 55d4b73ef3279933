import { useEffect, useRef, type RefObject } from 'react'

/** Whether the component still stands on the page: what an answer may do that comes later. */
export function useMounted(): RefObject<boolean> {
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  return mounted
}
