import type { HocuspocusProvider } from '@hocuspocus/provider'
import { useEffect, useState } from 'react'
import type { Writer } from './editorOptions'

const sameOrder = (a: Writer[], b: Writer[]) =>
  a.length === b.length && a.every((one, at) => one.id === b[at]!.id && one.name === b[at]!.name && one.unit === b[at]!.unit && one.color === b[at]!.color)

/** Who has the draft open, each person once, in the order of their names. */
export function usePresent(provider: HocuspocusProvider): Writer[] {
  const [present, setPresent] = useState<Writer[]>([])
  useEffect(() => {
    const { awareness } = provider
    if (!awareness) return
    const read = () => {
      const people = new Map<number, Writer>()
      for (const { user } of awareness.getStates().values() as Iterable<{ user?: Writer }>) if (user?.id && (user.color || !people.has(user.id))) people.set(user.id, user)
      const next = [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'))
      // Carets move many times a second; who is here changes seldom.
      setPresent((shown) => (sameOrder(shown, next) ? shown : next))
    }
    read()
    awareness.on('change', read)
    return () => awareness.off('change', read)
  }, [provider])
  return present
}
