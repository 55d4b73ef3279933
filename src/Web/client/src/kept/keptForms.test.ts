import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

type Forms = typeof import('./keptForms')

/** The page is loaded anew: what a module holds is gone, what the tab stores is not. */
const loaded = (): Promise<Forms> => {
  vi.resetModules()
  return import('./keptForms')
}
const of = { official: 1, seat: 7, documentId: 'd1', deliveryId: 'v1', act: 'finish', isClassified: false }
const words = { result: 'Đã rà soát' }
const dayMs = 86_400_000

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.useRealTimers())

describe('the words of a form', () => {
  it('are there again when the page was loaded anew', async () => {
    const { keepForm, placeOf } = await loaded()
    keepForm(placeOf(of), words)
    const again = await loaded()
    expect(again.keptForm(placeOf(of))).toEqual(words)
    expect(again.keptForms(1)).toBe(1)
  })

  it('are gone once they are recorded', async () => {
    const { keepForm, forgetForm, placeOf } = await loaded()
    keepForm(placeOf(of), words)
    forgetForm(placeOf(of))
    expect(sessionStorage).toHaveLength(0)
    expect((await loaded()).keptForm(placeOf(of))).toBeUndefined()
  })

  it.each([
    ['another person', { official: 12 }],
    ['another seat of the person', { seat: 8 }],
    ['another document', { documentId: 'd2' }],
    ['another delivery', { deliveryId: 'v2' }],
    ['another act', { act: 'forward' }],
    ['another step', { part: 's2' }],
  ])('are not those of %s', async (_, other) => {
    const { keepForm, placeOf } = await loaded()
    keepForm(placeOf(of), words)
    const again = await loaded()
    expect(again.keptForm(placeOf({ ...of, ...other }))).toBeUndefined()
    expect(again.keptForms(12)).toBe(0)
  })

  it('are stored nowhere when the document is classified, and are there while the page is', async () => {
    const { keepForm, keptForm, placeOf } = await loaded()
    const place = placeOf({ ...of, isClassified: true })
    keepForm(place, words)
    expect(keptForm(place)).toEqual(words)
    expect(sessionStorage).toHaveLength(0)
    expect((await loaded()).keptForm(place)).toBeUndefined()
  })

  it('are stored no longer when the document becomes classified', async () => {
    const { keepForm, placeOf, storeNothingOf } = await loaded()
    keepForm(placeOf(of), words)
    keepForm(placeOf({ ...of, documentId: 'd10' }), words)
    storeNothingOf(1, 'd1')
    expect(Object.keys(sessionStorage)).toEqual([placeOf({ ...of, documentId: 'd10' }).key])
  })

  it('leave this tab with the person, and with nobody else', async () => {
    const { keepForm, forgetForms, placeOf } = await loaded()
    keepForm(placeOf(of), words)
    keepForm(placeOf({ ...of, official: 12 }), words)
    forgetForms(1)
    const again = await loaded()
    expect([again.keptForms(1), again.keptForms(12)]).toEqual([0, 1])
  })

  it('say under which id they were sent until they are changed', async () => {
    const { keepForm, placeOf } = await loaded()
    keepForm(placeOf(of), words, 'k1')
    const again = await loaded()
    expect(again.keptAs(placeOf(of))).toBe('k1')
    again.keepForm(placeOf(of), { result: 'Đã rà soát xong' })
    expect((await loaded()).keptAs(placeOf(of))).toBeUndefined()
  })

  it('are forgotten after a week', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { keepForm, keptForm, placeOf } = await loaded()
    keepForm(placeOf(of), words)
    vi.setSystemTime(Date.now() + 7 * dayMs)
    expect(keptForm(placeOf(of))).toEqual(words)
    vi.setSystemTime(Date.now() + 1)
    expect(keptForm(placeOf(of))).toBeUndefined()
    expect(sessionStorage).toHaveLength(0)
  })

  it('give way, the oldest first, when there are too many of them', async () => {
    const { keepForm, keptForm, placeOf } = await loaded()
    const places = Array.from({ length: 51 }, (_, at) => placeOf({ ...of, documentId: `d${at}` }))
    for (const place of places) keepForm(place, words)
    expect(places.filter((place) => keptForm(place) === undefined)).toEqual([places[0]])
    expect(sessionStorage).toHaveLength(50)
  })

  it('stay in the page where they are too many for the tab, or the tab stores nothing', async () => {
    const { keepForm, keptForm, placeOf } = await loaded()
    keepForm(placeOf(of), words)
    keepForm(placeOf(of), { result: 'a'.repeat(20_001) })
    expect(sessionStorage).toHaveLength(0)
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    keepForm(placeOf({ ...of, documentId: 'd2' }), words)
    expect(keptForm(placeOf({ ...of, documentId: 'd2' }))).toEqual(words)
    full.mockRestore()
  })

  it('are passed over where somebody else wrote into the storage', async () => {
    sessionStorage.setItem('form.1.d1.v1.7.finish.', '{"at":')
    sessionStorage.setItem('form.1.d2.v1.7.finish.', 'null')
    expect((await loaded()).keptForms(1)).toBe(0)
  })
})
