import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Command } from '../../outbox/outbox'
import type { Ack, DocumentView } from '../../wire/documents'
import { Refusal, UnknownOutcome } from '../../wire/refusal'
import { useDraft } from './useDraft'

const outbox = vi.hoisted(() => ({ send: vi.fn<(command: Command) => Promise<Ack>>() }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1 } }, seat: { id: 7 } }) }))

const ack = (position: number) => ({ stream: 'd1', first: position, last: position, at: '2026-11-23T07:06:00Z' }) as Ack
const page = (view?: DocumentView) => {
  const client = new QueryClient()
  return renderHook(() => useDraft(view, 'CV'), { wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> })
}
type Page = ReturnType<typeof page>['result']
const type = (of: Page, body: string) => act(() => of.current.change({ body }))
function save(of: Page) {
  let saved: Promise<string | null> = Promise.resolve(null)
  act(() => void (saved = of.current.save()))
  return saved
}
const sent = () => outbox.send.mock.calls.map(([{ key, method = 'POST', path, body }]) => ({ key, method, path, text: (body as { body: string }).body }))
const kept = () => Object.keys(sessionStorage).sort()

/** What answers each sending, in their order. */
let answers: { done: (ack: Ack) => void; fail: (error: unknown) => void }[]
beforeEach(() => {
  sessionStorage.clear()
  history.replaceState(null, '', '/compose')
  answers = []
  outbox.send.mockReset()
  outbox.send.mockImplementation(() => new Promise<Ack>((done, fail) => answers.push({ done, fail })))
})

describe('a new draft whose saving waits', () => {
  it('is not made a second time by another press, whatever was typed between', async () => {
    const { result } = page()
    type(result, 'Một')
    const saves = [save(result)]
    type(result, 'Một hai')
    saves.push(save(result))
    await act(async () => answers[0]!.done(ack(1)))
    expect(await Promise.all(saves)).toEqual(['d1', 'd1'])
    expect(sent()).toMatchObject([{ path: '/api/documents', text: 'Một' }])
    expect(result.current.saved.state).toBe('dirty')
  })

  it('is the same draft on a page that is opened meanwhile: it is sent again as it was, and then as it is', async () => {
    const first = page()
    type(first.result, 'Một')
    void save(first.result)
    first.unmount()
    const { result } = page()
    expect(result.current.form.body).toBe('Một')
    type(result, 'Một hai')
    const saved = save(result)
    await act(async () => answers.forEach(({ done }) => done(ack(1))))
    await act(async () => answers[2]!.done(ack(2)))
    await saved
    const [one, two, three] = sent()
    expect(two).toEqual(one)
    expect(three).toMatchObject({ method: 'PUT', path: '/api/documents/d1', text: 'Một hai' })
    expect(location.pathname).toBe('/documents/d1/edit')
    expect(kept()).toEqual([])
  })

  it('stands alone when another is begun, which is made by a command of its own', async () => {
    const first = page()
    type(first.result, 'Một')
    void save(first.result)
    first.unmount()
    const { result } = page()
    expect(result.current.isUnderWay).toBe(true)
    act(() => result.current.beginAnother())
    expect([result.current.isUnderWay, result.current.form.body, result.current.dirty]).toEqual([false, '', false])
    type(result, 'Hai')
    await act(async () => answers[0]!.done(ack(1)))
    const saved = save(result)
    await act(async () => answers[1]!.done({ ...ack(1), stream: 'd2' }))
    expect(await saved).toBe('d2')
    const [one, two] = sent()
    expect(two).toMatchObject({ method: 'POST', text: 'Hai' })
    expect(two!.key).not.toBe(one!.key)
    expect(kept()).toEqual([])
  })

  it('is written in the way in which it was sent', async () => {
    const { result } = page()
    type(result, 'Một')
    void save(result)
    act(() => result.current.change({ together: true }))
    expect(result.current.form.together).toBe(false)
  })

  it('goes on to its own page when what was typed on could be saved at the second try', async () => {
    const first = page()
    type(first.result, 'Một')
    void save(first.result)
    first.unmount()
    const { result } = page()
    type(result, 'Một hai')
    const saved = save(result)
    await act(async () => answers.forEach(({ done }) => done(ack(1))))
    await act(async () => answers[2]!.fail(new Refusal(503, { code: 'unavailable' })))
    expect(await saved).toBeNull()
    expect(location.pathname).toBe('/compose')
    const again = save(result)
    await act(async () => answers[3]!.done(ack(2)))
    expect(await again).toBe('d1')
    expect(location.pathname).toBe('/documents/d1/edit')
  })

  it('is sent again as the same when nobody knows its outcome, and as another when it was refused', async () => {
    const { result } = page()
    for (const [text, error] of [['Một', new UnknownOutcome('cut')], ['Hai', new Refusal(409, { code: 'notAllowedNow' })], ['Ba', new UnknownOutcome('cut')]] as const) {
      type(result, text)
      const saved = save(result)
      await act(async () => answers.at(-1)!.fail(error))
      await saved
    }
    const [one, two, three] = sent()
    expect(two).toEqual(one)
    expect(three).toMatchObject({ text: 'Ba' })
    expect(three!.key).not.toBe(one!.key)
  })
})

describe('what this tab keeps of a new draft', () => {
  it('goes when it is saved', async () => {
    const { result } = page()
    type(result, 'Một')
    const saved = save(result)
    expect(kept()).toEqual(['draft.1.new'])
    await act(async () => answers[0]!.done(ack(1)))
    await saved
    expect(kept()).toEqual([])
  })

  it.each([true, false])('is kept of its document when one typed on while it was saved, left meanwhile: %s', async (left) => {
    const { result, unmount } = page()
    type(result, 'Một')
    void save(result)
    type(result, 'Một hai')
    if (left) unmount()
    await act(async () => answers[0]!.done(ack(1)))
    expect(kept()).toEqual(['draft.1.d1'])
    const { result: own } = page({ id: 'd1', type: 'CV', abstract: '', body: 'Một', secrecy: 'normal', files: [], position: 1, history: [] } as unknown as DocumentView)
    expect([own.current.form.body, own.current.dirty]).toEqual(['Một hai', true])
  })

  it.each([[undefined, []], ['Ba', ['draft.1.d1']]])('is of the document as it was saved after its page was left, when this was typed on: %s', async (more, left) => {
    const view = { id: 'd1', type: 'CV', abstract: '', body: 'Một', secrecy: 'normal', files: [], position: 1, history: [] } as unknown as DocumentView
    const { result, unmount } = page(view)
    type(result, 'Hai')
    void save(result)
    if (more) type(result, more)
    unmount()
    await act(async () => answers[0]!.done(ack(2)))
    expect(kept()).toEqual(left)
    expect(page({ ...view, body: 'Hai', position: 2 }).result.current.form.body).toBe(more ?? 'Hai')
  })

  it('is nothing when nothing was typed and the saving was refused', async () => {
    const { result } = page()
    const saved = save(result)
    await act(async () => answers[0]!.fail(new Refusal(400, { code: 'fieldMissing' })))
    await saved
    expect(kept()).toEqual([])
  })

  it('stays, as another command, when the saving was refused after its page was left', async () => {
    const first = page()
    type(first.result, 'Một')
    void save(first.result)
    first.unmount()
    await act(async () => answers[0]!.fail(new Refusal(409, { code: 'notAllowedNow' })))
    const { result } = page()
    void save(result)
    const [one, two] = sent()
    expect(two).toMatchObject({ text: 'Một' })
    expect(two!.key).not.toBe(one!.key)
  })
})
