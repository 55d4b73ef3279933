import { useRef, useState } from 'react'
import { UnknownOutcome } from '../wire/refusal'

/**
 * What a form sends: one command at a time, under an id of its own from when the form opens; once it was done or refused
 * the next one is another. Where the outcome is not known it is sent again under the same id: it may have been done.
 */
export function useSending() {
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const command = useRef(crypto.randomUUID())
  /** Whether it was done; what was refused is the error. */
  const send = async (act: (key: string) => Promise<unknown>): Promise<boolean> => {
    if (sending) return false
    setSending(true)
    setError(null)
    try {
      await act(command.current)
      // The form may stay open and be sent with other words.
      command.current = crypto.randomUUID()
      return true
    } catch (refused) {
      if (!(refused instanceof UnknownOutcome)) command.current = crypto.randomUUID()
      setError(refused)
      return false
    } finally {
      setSending(false)
    }
  }
  return { sending, error, send }
}
