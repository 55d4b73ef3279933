import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Link } from 'wouter'
import * as Y from 'yjs'
import '../../i18n'
import { Leaving } from '../../shell/Leaving'
import { Refusal } from '../../wire/refusal'
import type { DraftLineState } from './draftLine'
import DraftingPage from './DraftingPage'
import { draftSchema } from './editorOptions'
import type { Unsaved } from './unsavedStore'

const document = vi.hoisted(() => ({ data: undefined as unknown, error: null as unknown, isPending: false }))
vi.mock('../documents/useDocument', () => ({ useDocument: () => ({ ...document }) }))
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1, name: 'An' } }, seat: null }) }))
const server = vi.hoisted(() => ({ epoch: 'e2' }))
vi.mock('../../wire/api', () => ({ api: { session: () => Promise.resolve({ epoch: server.epoch }) } }))
const shelf = vi.hoisted(() => ({ found: [] as Unsaved[], forgetDraft: vi.fn(() => Promise.resolve()) }))
vi.mock('./unsavedStore', () => ({ kept: () => Promise.resolve(shelf.found), forgetDraft: shelf.forgetDraft }))
vi.mock('./DraftSheet', () => ({ DraftSheet: ({ state }: { state: DraftLineState }) => <p>tờ giấy {state.stopped}</p> }))

const held = vi.hoisted(() => ({ line: null as unknown }))
vi.mock('./useDraftLine', () => ({ useDraftLine: () => ({ line: held.line, renew: () => {} }) }))

const clean: DraftLineState = { loaded: true, connected: true, right: 'write', refused: false, stopped: null, comparing: false, saved: { state: 'clean', at: null } }
const unsaved: DraftLineState = { ...clean, saved: { state: 'saving', since: 0 } }
const stopped: DraftLineState = { ...unsaved, connected: false, stopped: 'restored' }

/** A line in this state, that finds out why its draft is gone when the test says so. */
function lineIn(first: DraftLineState) {
  let state = first
  const listeners = new Set<() => void>()
  let answer: (stays: boolean) => void = () => {}
  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    lookWhyGone: vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve))),
    isRestored: () => {
      state = stopped
      for (const listener of listeners) listener()
      answer(true)
    },
    isTaken: () => answer(false),
  }
}

const page = () => (
  <QueryClientProvider client={queries}>
    <Leaving>
      <DraftingPage documentId="d" />
      <Link href="/inbox/drafts">hộp</Link>
    </Leaving>
  </QueryClientProvider>
)
const sheet = () => screen.queryByText(/^tờ giấy/)?.textContent
const outOfScope = { name: 'Không có văn bản này trong phạm vi của bạn' }
const notFound = () => screen.queryByRole('heading', outOfScope)
const view = (secrecy = 'normal') => ({ id: 'd', secrecy })

let queries: QueryClient
beforeEach(() => {
  queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  Object.assign(document, { data: view(), error: null })
  shelf.found = []
  shelf.forgetDraft.mockClear()
  server.epoch = 'e2'
  history.replaceState(null, '', '/drafting/d')
})

describe('a draft that the server knows no more', () => {
  function goneWhileOpen() {
    const line = lineIn(unsaved)
    held.line = line
    const { rerender } = render(page())
    expect(sheet()).toBe('tờ giấy ')
    document.error = new Refusal(404, {})
    rerender(page())
    return { line, again: () => rerender(page()) }
  }

  it('stays on the page that it is open on when a restore took it', async () => {
    const { line } = goneWhileOpen()
    await act(async () => line.isRestored())
    expect([sheet(), notFound(), shelf.forgetDraft.mock.calls.length]).toEqual(['tờ giấy restored', null, 0])
  })

  it('is shown neither before the reason is known, nor when the right was taken away', async () => {
    const { line } = goneWhileOpen()
    expect(sheet()).toBeUndefined()
    await act(async () => line.isTaken())
    expect(sheet()).toBeUndefined()
    expect(await screen.findByRole('heading', outOfScope)).toBeTruthy()
  })

  it('is shown again when the person may see it again', async () => {
    const { line, again } = goneWhileOpen()
    await act(async () => line.isTaken())
    document.error = null
    again()
    expect(sheet()).toBe('tờ giấy ')
  })
})

describe('what the browser kept of a draft that the server does not know', () => {
  function keptIn(epoch: string | null) {
    const doc = new Y.Doc()
    const [paragraph, letters] = [new Y.XmlElement('paragraph'), new Y.XmlText('Kính gửi')]
    paragraph.insert(0, [letters])
    doc.getXmlFragment('default').push([paragraph])
    expect(yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment('default'), draftSchema()).textContent).toBe('Kính gửi')
    shelf.found = [{ id: 1, update: Y.encodeStateAsUpdate(doc), epoch, client: doc.clientID }]
    Object.assign(document, { data: undefined, error: new Refusal(404, {}) })
    render(page())
    return window.document.querySelector('[aria-live="polite"]')!
  }

  it('can be copied where it is of data that a restore took, until it is given up', async () => {
    const region = keptIn('e1')
    expect(region.textContent).toBe('')
    expect(await screen.findByText('Kính gửi')).toBeTruthy()
    // It stood before its words came.
    expect(region.textContent).toContain('Chữ của bạn vẫn còn ở đây.')
    expect(screen.getByRole('button', { name: 'Chép chữ ở trang này' })).toBeTruthy()
    expect(shelf.forgetDraft).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ phần chưa vào dự thảo' }))
    expect(shelf.forgetDraft.mock.calls).toEqual([[{ official: 1, document: 'd' }]])
    expect(await screen.findByRole('heading', outOfScope)).toBeTruthy()
  })

  it.each(['e2', null])('is forgotten where that is not known of it: read in %s', async (epoch) => {
    keptIn(epoch)
    expect(await screen.findByRole('heading', outOfScope)).toBeTruthy()
    expect(shelf.forgetDraft.mock.calls).toEqual([[{ official: 1, document: 'd' }]])
  })
})

describe('leaving a draft', () => {
  it.each([
    ['that is saved', 'normal', clean, false],
    ['with unsaved text that the browser keeps', 'normal', unsaved, false],
    ['with unsaved text that is classified', 'confidential', unsaved, true],
    ['that is classified and saved', 'confidential', clean, false],
    ['with text that the server takes no more', 'normal', stopped, true],
    ['that is classified with text that the server takes no more', 'confidential', stopped, true],
  ] as const)('%s asks only where something would be lost', async (_, secrecy, state, asks) => {
    document.data = view(secrecy)
    held.line = lineIn(state)
    render(page())
    await userEvent.click(screen.getByRole('link', { name: 'hộp' }))
    expect(screen.queryByText('Có chữ chưa vào dự thảo. Rời trang bây giờ thì chữ đó mất.') !== null).toBe(asks)
    expect(location.pathname).toBe(asks ? '/drafting/d' : '/inbox/drafts')
  })
})
