import { describe, expect, it } from 'vitest'
import type { Thread, Threads } from '../../wire/threads'
import { merged } from './useThreads'

const thread = (id: string, position: number): Thread => ({
  id, kind: 'comment', state: 'open', start: '', end: '', quote: '', round: 1, position, actions: [], entries: [],
})
const threads = (position: number, ...all: Thread[]): Threads => ({ position, right: 'write', threads: all, people: [] })

describe('what is said', () => {
  it('is what was known with what has changed, each thread once', () => {
    const known = threads(5, thread('a', 3), thread('b', 5))
    expect(merged(undefined, known)).toBe(known)
    expect(merged(known, threads(7, thread('a', 6), thread('c', 7))).threads.map(({ id, position }) => [id, position])).toEqual([['b', 5], ['a', 6], ['c', 7]])
    expect(merged(known, threads(9)).position).toBe(9)
  })
})
