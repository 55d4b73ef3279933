import { useSending } from '../outbox/useSending'
import { UnknownOutcome } from '../wire/refusal'
import type { Place } from './keptForms'
import { useKept } from './useKept'

/** A form whose words are kept until the server has recorded what it sends. */
export function useKeptSending<T extends object>(place: Place, initial: T) {
  const kept = useKept(place, initial)
  const { sending, error, send, another } = useSending(kept.sentAs)
  const leave = async (key: string, act: (key: string) => Promise<unknown>) => {
    kept.keep(key)
    try {
      await act(key)
      kept.forget()
    } catch (refused) {
      // Under an id that was refused nothing is sent again, by no other page either.
      if (!(refused instanceof UnknownOutcome)) kept.keep()
      throw refused
    }
  }
  const anew = <A extends unknown[]>(change: (...next: A) => void) => (...next: A) => {
    if (kept.sentAs) another()
    change(...next)
  }
  return {
    ...kept,
    change: anew(kept.change),
    clear: anew(kept.clear),
    sending,
    error,
    send: (act: (key: string) => Promise<unknown>) => send((key) => leave(key, act)),
  }
}
