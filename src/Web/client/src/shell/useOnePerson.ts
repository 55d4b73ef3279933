import { useCallback, useEffect, useState } from 'react'
import { loadAfresh } from './loadAfresh'

/**
 * A page serves one person from its first sign-in until it is gone. Whoever else signs in, here or in another tab, gets a
 * page of their own. What is drawn goes first: then nothing asks before the page goes, and nothing that waits in it is
 * sent in another name.
 */
export function useOnePerson(official: number | undefined) {
  const [person, setPerson] = useState(official)
  const [left, setLeft] = useState(false)
  if (person === undefined && official !== undefined) setPerson(official)
  const gone = left || (person !== undefined && official !== undefined && official !== person)
  const forget = left ? person : undefined

  useEffect(() => {
    if (gone) void loadAfresh(forget)
  }, [gone, forget])
  const leave = useCallback(() => setLeft(true), [])
  return { gone, leave }
}
