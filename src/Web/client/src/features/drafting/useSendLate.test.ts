import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Refusal, UnknownOutcome } from '../../wire/refusal'
import type { NewThread } from '../../wire/threads'
import { useSendLate } from './useSendLate'
import type { SayThread } from './useThreads'

const thread = (replacement: string): NewThread => ({ kind: 'suggestion', start: '', end: '', quote: '', replacement, text: '', mentions: [] })

/** A server that takes what comes by its key, and fails as it is told. */
function server(fail: (replacement: string, attempt: number) => Error | null) {
  const attempts: [string, string | undefined][] = []
  const taken = new Map<string | undefined, string>()
  const say = ((_: string, body: NewThread, __: string, key?: string) => {
    attempts.push([body.replacement!, key])
    const error = fail(body.replacement!, attempts.length)
    if (error) return Promise.reject(error)
    taken.set(key, body.replacement!)
    return Promise.resolve({})
  }) as unknown as SayThread
  return { say, attempts, taken }
}

describe('suggestions of late text', () => {
  const suggestions = ['một', 'hai', 'ba'].map(thread)

  it('are each sent once, also when the way was cut in between', async () => {
    const { say, attempts, taken } = server((_, attempt) => (attempt === 2 ? new UnknownOutcome('cut') : null))
    const { result } = renderHook(() => useSendLate(suggestions, say))
    let all = true
    await act(async () => void (all = await result.current.send()))
    expect([all, result.current.sent, result.current.error instanceof UnknownOutcome]).toEqual([false, 1, true])
    await act(async () => void (all = await result.current.send()))
    expect([all, result.current.sent, result.current.error]).toEqual([true, 3, null])
    expect(attempts.map(([text]) => text)).toEqual(['một', 'hai', 'hai', 'ba'])
    // What may have come the first time comes under the same key.
    expect(attempts[1]![1]).toBe(attempts[2]![1])
    expect([...taken.values()]).toEqual(['một', 'hai', 'ba'])
  })

  it('do not wait for one that the server does not take', async () => {
    const { say, taken } = server((text) => (text === 'hai' ? new Refusal(400, { code: 'fieldInvalid' }) : null))
    const { result } = renderHook(() => useSendLate(suggestions, say))
    await act(async () => void (await result.current.send()))
    expect([[...taken.values()], result.current.sent, result.current.error instanceof Refusal]).toEqual([['một', 'ba'], 2, true])
  })
})
