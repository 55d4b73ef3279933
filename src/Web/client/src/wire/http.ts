import { failureOf, isSignInRequired, isStoreAway, Refusal, UnknownOutcome, type Problem } from './refusal'

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  /** Sent as it is, in place of a body. */
  file?: Blob
  /** Makes a write safe to send again: same key, same effect, same answer. */
  key?: string
  actingSeat?: number
  signal?: AbortSignal
  /** Lets the request outlive the page, for what was held back for undo. */
  keepalive?: boolean
}

const answerWaitMsMax = 20_000

/** Keys of commands whose outcome is not known: a copy may still be on its way, and what is answered next holds for it too. */
const unanswered = new Set<string>()

/** True from an unknown outcome until the command is known to be recorded. */
export const isUnanswered = (key: string): boolean => unanswered.has(key)

let sender: number | undefined

/**
 * Whose page this is, from its first sign-in until it is gone: each act says so. Should somebody else have signed in at this
 * browser meanwhile, the server refuses it, and nothing is done in another name.
 */
export function sendAs(official: number): void {
  sender ??= official
}

/** For what is sent by other means. */
export const senderHeaders = (): Record<string, string> => (sender === undefined ? {} : { 'X-Official': String(sender) })

type Observer = (roundTripMs: number | null) => void
let observe: Observer = () => {}
let signedOut: () => void = () => {}

/** The connection state wants to know how long answers take; null means that none came. */
export function observeRoundTrips(observer: Observer): void {
  observe = observer
}

let unavailable: () => void = () => {}

/** Told when the server answers that its store does not. */
export function onUnavailable(listener: () => void): void {
  unavailable = listener
}

export function onSignInRequired(listener: () => void): void {
  signedOut = listener
}

export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const { body, key, actingSeat } = options
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (key) Object.assign(headers, { 'Idempotency-Key': key }, senderHeaders())
  if (key && unanswered.has(key)) headers['X-Sent-Before'] = '1'
  if (actingSeat !== undefined) headers['X-Acting-Seat'] = String(actingSeat)

  try {
    const answer = await exchange<T>(path, headers, options)
    if (key) unanswered.delete(key)
    return answer
  } catch (error) {
    if (key && error instanceof UnknownOutcome) unanswered.add(key)
    throw error
  }
}

async function exchange<T>(path: string, headers: Record<string, string>, options: Call): Promise<T> {
  const { method = 'GET', body, file, signal, keepalive } = options
  const timeout = AbortSignal.timeout(answerWaitMsMax)
  const startedAt = performance.now()
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? file : JSON.stringify(body),
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      keepalive,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    observe(null)
    throw new UnknownOutcome('no answer')
  }
  observe(performance.now() - startedAt)
  return answerOf<T>(path, response)
}

async function answerOf<T>(path: string, response: Response): Promise<T> {
  if (response.ok) {
    if (response.status === 204) return undefined as T
    const text = await response.text().catch(() => {
      throw new UnknownOutcome('answer cut off')
    })
    return (text ? JSON.parse(text) : undefined) as T
  }
  const refusal = new Refusal(response.status, await problemOf(response))
  const failure = failureOf(refusal)
  if (isStoreAway(refusal)) unavailable()
  if (isSignInRequired(failure) && path !== '/api/session') signedOut()
  throw failure
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem
  } catch {
    return { status: response.status }
  }
}
