import { useRef, useState } from 'react'
import type { NewThread } from '../../wire/threads'
import { Refusal } from '../../wire/refusal'
import type { SayThread } from './useThreads'

interface Sending {
  sending: boolean
  /** How many the server has. */
  sent: number
  /** The first no of the last attempt. */
  error: unknown
  /** Sends those that the server does not have yet, each under the key that it was first sent by; whether it has all then. */
  send: () => Promise<boolean>
}

/** Sends suggestions, each once: after a failure in between only those that are missing. */
export function useSendLate(suggestions: readonly NewThread[], say: SayThread | null): Sending {
  const keys = useRef(new Map<NewThread, string>())
  const done = useRef(new Set<NewThread>())
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState(0)
  const [error, setError] = useState<unknown>(null)

  const sendOne = async (thread: NewThread) => {
    const key = keys.current.get(thread) ?? crypto.randomUUID()
    keys.current.set(thread, key)
    await say?.('', thread, 'thread', key)
    done.current.add(thread)
    setSent(done.current.size)
  }

  const send = async () => {
    if (sending || !say) return false
    setSending(true)
    setError(null)
    let first: unknown = null
    for (const thread of suggestions.filter((one) => !done.current.has(one))) {
      try {
        await sendOne(thread)
      } catch (failure) {
        first ??= failure
        // A no is about this one alone; without an answer the others would fare no better.
        if (!(failure instanceof Refusal)) break
      }
    }
    setError(first)
    setSending(false)
    return suggestions.every((one) => done.current.has(one))
  }
  return { sending, sent, error, send }
}
