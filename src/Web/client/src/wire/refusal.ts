export interface Problem {
  title?: string
  status?: number
  code?: string
  fields?: { field: string; code: string }[]
  params?: Record<string, string | number>
  retryAfterMs?: number
  traceId?: string
}

/** The server said no, and why. Nothing of the request was recorded. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly problem: Problem

  constructor(status: number, problem: Problem) {
    super(problem.code ?? `status ${status}`)
    this.code = problem.code ?? codeOf(status)
    this.status = status
    this.problem = problem
  }
}

/** No definite answer: the network failed, or the server said that it does not know. */
export class UnknownOutcome extends Error {
  readonly retryAfterMs?: number

  constructor(message: string, retryAfterMs?: number) {
    super(message)
    this.retryAfterMs = retryAfterMs
  }
}

/** What an answer says that is no success. A proxy that found no node knows nothing of the request, and neither does a server that says so. */
export function failureOf(refusal: Refusal): Refusal | UnknownOutcome {
  const isUnknown = refusal.code === 'unknownOutcome' || refusal.status === 502 || refusal.status === 504
  return isUnknown ? new UnknownOutcome(refusal.code, refusal.problem.retryAfterMs) : refusal
}

function codeOf(status: number): string {
  if (status === 401) return 'signInRequired'
  if (status === 403 || status === 404) return 'notInScope'
  if (status === 413) return 'fileTooLarge'
  if (status === 429) return 'tooManyRequests'
  return status >= 500 ? 'unavailable' : 'malformed'
}

export function isSignInRequired(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'signInRequired'
}

/** Missing, or not the person's to see any more: what was read before must not stay on the screen. Any other failure leaves it there. */
export function isNotInScope(error: unknown): boolean {
  return error instanceof Refusal && error.status === 404
}

export function isStoreAway(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code === 'unavailable'
}

const passing = new Set(['unavailable', 'busy', 'tooManyRequests'])

/** The server could not look at the request now. Of an earlier sending of the same this says nothing. */
export function isForNow(error: unknown): error is Refusal {
  return error instanceof Refusal && passing.has(error.code)
}
