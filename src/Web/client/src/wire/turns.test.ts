import { describe, expect, it } from 'vitest'
import { Turns } from './turns'

const held = () => {
  let resolve = () => {}
  const promise = new Promise<void>((come) => (resolve = come))
  return { promise, resolve }
}

describe('turns', () => {
  it('runs so many at once, and the others in the order in which they came', async () => {
    const turns = new Turns(2)
    const ends = [held(), held(), held(), held()]
    const begun: number[] = []
    const all = ends.map(({ promise }, number) => turns.take(() => (begun.push(number), promise), new AbortController().signal))
    expect(begun).toEqual([0, 1])
    ends[1]!.resolve()
    await all[1]
    await Promise.resolve()
    expect(begun).toEqual([0, 1, 2])
    for (const { resolve } of ends) resolve()
    await Promise.all(all)
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('leaves out who was ended while waiting, and goes on after a failure', async () => {
    const turns = new Turns(1)
    const first = held()
    const begun: string[] = []
    const ended = new AbortController()
    const failing = turns.take(() => first.promise.then(() => Promise.reject(new Error('failed'))), new AbortController().signal)
    const left = turns.take(() => (begun.push('left'), Promise.resolve()), ended.signal)
    const last = turns.take(() => (begun.push('last'), Promise.resolve()), new AbortController().signal)
    ended.abort()
    await expect(left).rejects.toThrow('cancelled')
    first.resolve()
    await expect(failing).rejects.toThrow('failed')
    await last
    expect(begun).toEqual(['last'])
    await turns.take(() => Promise.resolve(), new AbortController().signal)
  })
})
