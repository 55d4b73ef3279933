import { senderHeaders } from './http'
import { failureOf, Refusal, UnknownOutcome, type Problem } from './refusal'

export interface Exchange {
  method: 'POST' | 'PATCH'
  headers?: Record<string, string>
  body?: ArrayBuffer
  signal: AbortSignal
  /** How many bytes of the body have left. */
  onSent?: (bytes: number) => void
}

export interface Answer {
  status: number
  header: (name: string) => string | null
  text: string
}

/** A line on which nothing has moved for so long is broken, whatever the browser thinks of it. */
export const stillMsMax = 30_000

/**
 * One request whose body is watched while it leaves: XMLHttpRequest, because fetch does not report how much has left. Fails with a
 * Refusal where the server refuses, and with UnknownOutcome where no answer comes.
 */
export function exchange(path: string, { method, headers, body, signal, onSent }: Exchange): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const request = new XMLHttpRequest()
    let watch: ReturnType<typeof setTimeout>
    const moved = () => {
      clearTimeout(watch)
      watch = setTimeout(() => request.abort(), stillMsMax)
    }
    const stop = () => request.abort()
    const end = (settle: () => void) => {
      clearTimeout(watch)
      signal.removeEventListener('abort', stop)
      settle()
    }
    request.open(method, path)
    request.responseType = 'text'
    for (const [name, value] of Object.entries({ ...headers, ...senderHeaders() })) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => {
      moved()
      onSent?.(loaded)
    }
    request.onload = () => end(() => (request.status < 300 ? resolve(answerOf(request)) : reject(answeredNo(request))))
    request.onerror = () => end(() => reject(new UnknownOutcome('no answer')))
    request.onabort = () => end(() => reject(signal.aborted ? cancelled() : new UnknownOutcome('no answer')))
    if (signal.aborted) {
      reject(cancelled())
      return
    }
    signal.addEventListener('abort', stop)
    moved()
    request.send(body)
  })
}

export const cancelled = () => new DOMException('cancelled', 'AbortError')

const answerOf = (request: XMLHttpRequest): Answer => ({ status: request.status, header: (name) => request.getResponseHeader(name), text: request.responseText })

/** A node of a version that has no such address answers 404 without a word: it is not known there, and may be elsewhere. */
function answeredNo(request: XMLHttpRequest): Error {
  const refusal = new Refusal(request.status, parsed(request.responseText))
  return request.status === 404 && refusal.problem.code === undefined ? new UnknownOutcome('not known there') : failureOf(refusal)
}

function parsed(text: string): Problem {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return {}
  }
}
