import { useState } from 'react'
import type { Failure } from './useAct'

/** The id of the command that a form sends, and what to do when the form changes: refused and changed it is another command. */
export function useFormKey(first: string, failure: Failure | null): [key: string, onChanged: () => void] {
  const [key, setKey] = useState(first)
  return [key, () => failure && setKey(crypto.randomUUID())]
}
