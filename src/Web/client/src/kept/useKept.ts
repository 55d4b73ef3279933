import { useRef, useState } from 'react'
import { forgetForm, keepForm, keptAs, keptForm, saysSomething, type Place } from './keptForms'

/**
 * What a form says, kept until it is recorded: it is there again after a refusal, when the form was closed and when the page
 * was loaded anew. Never for a password.
 */
export function useKept<T extends object>(place: Place, initial: T) {
  // It stays where it was when the form opened, whatever the page behind it reads meanwhile; but what is a secret may change.
  const [key] = useState(place.key)
  const here: Place = { key, isClassified: place.isClassified }
  const [begin] = useState(initial)
  const [before] = useState(() => keptForm(here) as T | undefined)
  const [value, setValue] = useState<T>(before ?? initial)
  const [sentAs, setSentAs] = useState(() => keptAs(here))
  const [isBack, setBack] = useState(saysSomething(before))
  const latest = useRef(value)

  const put = (next: T) => {
    latest.current = next
    setValue(next)
    setSentAs(undefined)
    if (JSON.stringify(next) === JSON.stringify(begin)) forgetForm(here)
    else keepForm(here, next)
  }
  return {
    value,
    change: (next: Partial<T>) => put({ ...latest.current, ...next }),
    /** Words of another time stand in it. */
    isBack,
    /** The words go, and the form begins anew. */
    clear: () => {
      put(begin)
      setBack(false)
    },
    /** They are recorded, on their way to be, or wanted no longer; the form itself may go on showing them. */
    forget: () => forgetForm(here),
    /** They leave under this id, and until that is answered they are sent again under it; without one they are not recorded after all. */
    keep: (sentUnder?: string) => keepForm(here, latest.current, sentUnder),
    /** The id that these words were sent under before the page was loaded anew. */
    sentAs,
  }
}
