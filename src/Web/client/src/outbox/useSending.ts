import { useRef, useState } from 'react'
import { UnknownOutcome } from '../wire/refusal'
import { Withdrawn } from './outbox'

/**
 * What a form sends: one command at a time, under an id of its own from when the form opens; once it was done or refused
 * the next one is another. Where the outcome is not known it is sent again under the same id: it may have been done.
 * @param sentAs The id that the very words of the form were sent under before the page was loaded anew.
 */
export function useSending(sentAs?: string) {
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const command = useRef(sentAs ?? crypto.randomUUID())
  /** What the form says by now is not what was sent under the id. */
  const another = () => {
    command.current = crypto.randomUUID()
  }
  /** Whether it was done; what was refused is the error, and what the person took back is none. */
  const send = async (act: (key: string) => Promise<unknown>): Promise<boolean> => {
    if (sending) return false
    setSending(true)
    setError(null)
    try {
      await act(command.current)
      // The form may stay open and be sent with other words.
      another()
      return true
    } catch (refused) {
      if (!(refused instanceof UnknownOutcome)) another()
      setError(refused instanceof Withdrawn ? null : refused)
      return false
    } finally {
      setSending(false)
    }
  }
  return { sending, error, send, another }
}
