import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useOnePerson } from './useOnePerson'

const loadAfresh = vi.hoisted(() => vi.fn())
vi.mock('./loadAfresh', () => ({ loadAfresh }))
beforeEach(() => loadAfresh.mockReset())

const show = () => renderHook(({ official }: { official?: number }) => useOnePerson(official), { initialProps: {} })

describe('a page', () => {
  it('is the person’s who signed in, also when their session ended in between', () => {
    const { result, rerender } = show()
    for (const official of [1, undefined, 1]) rerender({ official })
    expect(result.current.gone).toBe(false)
    expect(loadAfresh).not.toHaveBeenCalled()
  })

  it('goes when another person signs in on it, and forgets nothing of who was there before', () => {
    const { result, rerender } = show()
    for (const official of [1, undefined, 2]) rerender({ official })
    expect(result.current.gone).toBe(true)
    expect(loadAfresh).toHaveBeenCalledExactlyOnceWith(undefined)
  })

  it('goes when its person signs out, with what this browser keeps of them', () => {
    const { result, rerender } = show()
    rerender({ official: 1 })
    act(() => result.current.leave())
    expect(result.current.gone).toBe(true)
    expect(loadAfresh).toHaveBeenCalledExactlyOnceWith(1)
  })
})
