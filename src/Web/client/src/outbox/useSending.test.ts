import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Refusal, UnknownOutcome } from '../wire/refusal'
import { Withdrawn } from './outbox'
import { useSending } from './useSending'

it('sends again under the same id what may have been done, and under another what was refused', async () => {
  const { result } = renderHook(useSending)
  const keys: string[] = []
  const failing = (error: Error) => (key: string) => {
    keys.push(key)
    return Promise.reject(error)
  }
  for (const error of [new UnknownOutcome('cut'), new Refusal(409, { code: 'changedMeanwhile' }), new UnknownOutcome('cut')])
    await act(async () => expect(await result.current.send(failing(error))).toBe(false))

  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
  expect(result.current.error).toBeInstanceOf(UnknownOutcome)
})

it('sends under another id after what was done: a form that stays open says something else the next time', async () => {
  const { result } = renderHook(useSending)
  const keys: string[] = []
  for (let times = 0; times < 2; times++)
    await act(async () => expect(await result.current.send((key) => Promise.resolve(keys.push(key)))).toBe(true))
  expect(keys[1]).not.toBe(keys[0])
})

it('calls nothing refused that the person took back', async () => {
  const { result } = renderHook(useSending)
  await act(async () => expect(await result.current.send(() => Promise.reject(new Withdrawn()))).toBe(false))
  expect(result.current).toMatchObject({ error: null, sending: false })
})
