import { useEffect, useRef } from 'react'

/** Tells what the form says from its first change on. */
export function useTyped(body: unknown, onTyped: (body: unknown) => void): void {
  const words = JSON.stringify(body)
  const told = useRef(words)
  useEffect(() => {
    if (words === told.current) return
    told.current = words
    onTyped(body)
  })
}
