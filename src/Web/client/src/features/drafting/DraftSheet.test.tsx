import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import '../../i18n'
import { notices } from '../../shell/notices'
import type { DocumentView } from '../../wire/documents'
import { Refusal } from '../../wire/refusal'
import type { DraftLine, DraftLineState } from './draftLine'
import { DraftSheet } from './DraftSheet'

vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1, name: 'An' }, seats: [] }, seat: null }) }))
vi.mock('../../shell/media', () => ({ useIsPhone: () => false }))
vi.mock('../documents/PaperHead', () => ({ PaperHead: () => null }))
vi.mock('./AuthorsChip', () => ({ AuthorsChip: () => null, CaretAuthors: () => null }))
vi.mock('./FileMenu', () => ({ FileMenu: () => null }))
vi.mock('./LateText', () => ({ LateText: () => <p>chữ chưa vào dự thảo</p> }))
vi.mock('./SelectionBubble', () => ({ SelectionBubble: () => null }))
vi.mock('../compose/ReviewerSelect', () => ({ ReviewerSelect: () => null }))
vi.mock('./Versions', () => ({ Versions: () => null }))
vi.mock('./useThreadMargin', () => ({ useThreadMargin: () => ({ chosen: null, begun: null }) }))

const sent = vi.hoisted(() => ({}) as { done: () => void; fail: (error: unknown) => void })
vi.mock('../../outbox/OutboxProvider', () => {
  const send = () => new Promise<void>((done, fail) => Object.assign(sent, { done, fail }))
  return { useOutbox: () => ({ send }) }
})

// jsdom lays nothing out.
vi.stubGlobal('ResizeObserver', class {
  observe() {}
  disconnect() {}
})

const document = new Doc()
const provider = { document, awareness: new Awareness(document), on: () => {}, off: () => {}, onComposition: () => {} }
const line = { provider } as unknown as DraftLine
const view = { id: 'd', state: 'drafting', secrecy: 'normal', abstract: 'Về việc', actions: ['submit'], participants: [] } as unknown as DocumentView
const live: DraftLineState = { loaded: true, connected: true, right: 'write', refused: false, stopped: null, comparing: false, saved: { state: 'clean', at: null } }

const queries = new QueryClient()
const page = (state: DraftLineState, of = view) => (
  <QueryClientProvider client={queries}>
    <DraftSheet view={of} line={line} state={state} writer={{ id: 1, name: 'An', unit: '', color: '' }} onRenew={() => {}} />
  </QueryClientProvider>
)
const takesLetters = () => screen.getByRole('textbox', { name: 'Nội dung' }).getAttribute('contenteditable')

describe('the sheet of a draft', () => {
  it('takes letters after a restore until it is compared, and none after another end', async () => {
    const { rerender } = render(page(live))
    const now = (next: Partial<DraftLineState>) => act(async () => rerender(page({ ...live, ...next })))
    expect(takesLetters()).toBe('true')
    await now({ connected: false, stopped: 'restored', comparing: true })
    expect(takesLetters()).toBe('true')
    expect(screen.getByText('chữ chưa vào dự thảo')).toBeTruthy()
    await now({ connected: false, stopped: 'restored' })
    expect(takesLetters()).toBe('false')
    await now({ connected: false, stopped: 'refused' })
    expect(takesLetters()).toBe('false')
  })
})

describe('what a screen reader is told beside the sheet', () => {
  it('stands in regions that were there before', async () => {
    const { rerender } = render(page(live))
    const regions = [screen.getByRole('status'), window.document.querySelector('div[aria-live="polite"]')!]
    const said = () => regions.map(({ textContent }) => textContent)
    expect(said()).toEqual(['', ''])
    await act(async () => rerender(page({ ...live, connected: false })))
    expect(said()).toEqual(['Mất kết nối. Cứ soạn tiếp: phần chưa lưu được giữ ở trình duyệt này.', ''])
    await act(async () => rerender(page({ ...live, connected: false, stopped: 'restored' })))
    expect(said()).toEqual(['', 'chữ chưa vào dự thảo'])
  })
})

describe('a draft that is submitted', () => {
  const titles = () => notices.current().toasts.map(({ title }) => title.key)
  const here = () => location.pathname + location.search
  const answered = (answer: () => void) => act(async () => answer())

  beforeEach(() => {
    history.replaceState(null, '', '/documents/d/write')
    for (const { id } of notices.current().toasts) notices.dismiss(id)
  })

  async function submit() {
    const sheet = render(page(live))
    await userEvent.click(screen.getByRole('button', { name: 'Trình duyệt' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Trình duyệt' }))
    return sheet
  }

  it('leads on to its page also where the text is locked before the answer comes', async () => {
    const { rerender } = await submit()
    await act(async () => rerender(page({ ...live, right: 'read' }, { ...view, state: 'inReview', actions: [] })))
    expect(screen.queryByRole('dialog')).toBeTruthy()
    await answered(sent.done)
    expect([here(), titles()]).toEqual(['/documents/d?box=drafts', ['acts.submit.done']])
  })

  it('is not sent as it was before a restore', async () => {
    const { rerender } = render(page(live))
    await userEvent.click(screen.getByRole('button', { name: 'Trình duyệt' }))
    await act(async () => rerender(page({ ...live, connected: false, stopped: 'restored' })))
    expect(within(screen.getByRole('dialog')).getByRole('button', { name: 'Trình duyệt' }).getAttribute('aria-disabled')).toBe('true')
  })

  it('takes nobody away who has gone on, and tells them', async () => {
    const { unmount } = await submit()
    unmount()
    history.replaceState(null, '', '/inbox/lead')
    await answered(sent.done)
    expect([here(), titles()]).toEqual(['/inbox/lead', ['acts.submit.done']])
  })

  it('tells also of a refusal whoever has gone on, and leads back', async () => {
    const { unmount } = await submit()
    unmount()
    history.replaceState(null, '', '/inbox/lead')
    await answered(() => sent.fail(new Refusal(409, { code: 'changedMeanwhile' })))
    expect([here(), titles()]).toEqual(['/inbox/lead', ['toasts.refusedAway']])
    act(() => void notices.current().toasts[0]!.action!.run())
    expect(here()).toBe('/documents/d/write')
  })

  it('is refused in place to whoever is still there', async () => {
    await submit()
    await answered(() => sent.fail(new Refusal(409, { code: 'changedMeanwhile' })))
    expect(within(screen.getByRole('dialog')).getByRole('group', { name: 'Chưa trình được' })).toBeTruthy()
    expect([here(), titles()]).toEqual(['/documents/d/write', []])
  })
})
