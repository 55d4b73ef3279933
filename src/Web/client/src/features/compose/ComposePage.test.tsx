import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Link } from 'wouter'
import '../../i18n'
import type { Command } from '../../outbox/outbox'
import { Leaving } from '../../shell/Leaving'
import { notices } from '../../shell/notices'
import type { Ack, DocumentView, StoredFile } from '../../wire/documents'
import { Refusal, UnknownOutcome } from '../../wire/refusal'
import ComposePage from './ComposePage'

const outbox = vi.hoisted(() => ({ send: vi.fn<(command: Command) => Promise<Ack>>() }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1 } }, seat: { id: 7 } }) }))
vi.mock('../../shell/media', () => ({ useIsPhone: () => false }))
vi.mock('../../wire/api', () => ({ api: { documentTypes: () => Promise.resolve([{ code: 'CV', name: 'Công văn', nameEn: 'Letter', allowed: true, row: 1 }]) } }))
vi.mock('./ReviewerSelect', () => ({
  ReviewerSelect: ({ chosen, onChoose }: { chosen: number | null; onChoose: (seat: number) => void }) => (
    <button type="button" onClick={() => onChoose(42)}>{`Trình tới ${chosen}`}</button>
  ),
}))

const view = vi.hoisted(() => ({ data: undefined as unknown }))
vi.mock('../documents/useDocument', () => ({ useDocument: () => ({ data: view.data, error: null, isPending: false }) }))

const sent = vi.hoisted(() => [] as { file: File; store: (file: StoredFile) => void; fail: (error: unknown) => void; cancel: () => void; leave: () => void; go: (going: { share: number; waits: boolean }) => void }[])
vi.mock('../../wire/upload', () => ({
  uploadBytesMax: 1_000,
  upload: (file: File, go: (going: { share: number; waits: boolean }) => void) => {
    const one = { file, go } as (typeof sent)[number]
    const done = new Promise<StoredFile>((resolve, reject) => Object.assign(one, { store: resolve, fail: reject }))
    one.cancel = vi.fn(() => one.fail(new DOMException('cancelled', 'AbortError')))
    one.leave = vi.fn(one.cancel)
    sent.push(one)
    return { done, cancel: one.cancel, leave: one.leave }
  },
}))

const draft = {
  id: 'd1', type: 'CV', typeName: 'Công văn', abstract: 'V/v phòng chống bão', body: 'Kính gửi', urgency: 'normal', secrecy: 'normal', files: [], actions: ['revise', 'submit'], position: 1, history: [],
} as unknown as DocumentView
const stored = (name: string): StoredFile => ({ hash: `hash of ${name}`, name, size: 3, mediaType: 'application/pdf' }) as StoredFile

async function show(documentId?: string) {
  const page = render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Leaving>
        <ComposePage documentId={documentId} />
        <Link href="/inbox/drafts">hộp</Link>
      </Leaving>
    </QueryClientProvider>,
  )
  await screen.findByText('Thêm tệp')
  return page
}
const attach = (...names: string[]) =>
  userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, names.map((name) => new File(['abc'], name)))
const submit = () => screen.getByRole('button', { name: 'Trình duyệt' })
const paths = () => outbox.send.mock.calls.map(([command]) => command.path)
const leaves = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

beforeEach(() => {
  sent.length = 0
  sessionStorage.clear()
  history.replaceState(null, '', '/compose')
  outbox.send.mockReset()
  outbox.send.mockResolvedValue({ stream: 'd1', first: 2, last: 2, at: '2026-11-23T07:06:00Z' } as Ack)
  view.data = draft
})

describe('a draft with a file on its way', () => {
  it('is not submitted without it: the page says why, and submits it with the file once it is up', async () => {
    await show('d1')
    await attach('kế hoạch.pdf')
    await userEvent.click(submit())
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(paths()).toEqual([])
    expect(submit().getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByText('Đang tải lên 1 tệp. Tải xong hoặc dừng tải rồi mới trình được.')).toBeTruthy()

    await act(async () => sent[0]!.store(stored('kế hoạch.pdf')))
    await userEvent.click(submit())
    expect(paths()).toEqual(['/api/documents/d1', '/api/documents/d1/submit'])
    expect(outbox.send.mock.calls[0]![0].body).toMatchObject({ files: [{ name: 'kế hoạch.pdf' }] })
  })

  it('is not submitted as if a file that failed had never been chosen', async () => {
    await show('d1')
    await attach('kế hoạch.pdf')
    await act(async () => sent[0]!.fail(new UnknownOutcome('no answer')))
    await userEvent.click(submit())
    expect(paths()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ tệp kế hoạch.pdf' }))
    await userEvent.click(submit())
    expect(paths()).toEqual(['/api/documents/d1/submit'])
  })

  it('keeps both of two files that are up at the same moment', async () => {
    await show('d1')
    await attach('một.pdf', 'hai.pdf')
    await act(async () => {
      sent[0]!.store(stored('một.pdf'))
      sent[1]!.store(stored('hai.pdf'))
    })
    await userEvent.click(submit())
    expect(outbox.send.mock.calls[0]![0].body).toMatchObject({ files: [{ name: 'một.pdf' }, { name: 'hai.pdf' }] })
  })

  it('is not saved for the first time, which would leave this page', async () => {
    view.data = undefined
    await show()
    await attach('kế hoạch.pdf')
    await userEvent.click(screen.getByRole('button', { name: 'Lưu dự thảo' }))
    expect(paths()).toEqual([])
    await act(async () => sent[0]!.store(stored('kế hoạch.pdf')))
    await userEvent.click(screen.getByRole('button', { name: 'Lưu dự thảo' }))
    expect(outbox.send.mock.calls[0]![0].body).toMatchObject({ files: [{ name: 'kế hoạch.pdf' }] })
  })

  it('says while the line is broken that it waits and goes on by itself, and how far it is', async () => {
    await show('d1')
    // They stand before their words come.
    const regions = screen.getAllByRole('status')
    const told = () => regions.map(({ textContent }) => textContent).filter((words) => words !== '')
    expect(told()).toEqual([])
    await attach('kế hoạch.pdf')
    expect(told()).toEqual(['Đang tải lên 1 tệp. Tải xong hoặc dừng tải rồi mới trình được.'])
    act(() => sent[0]!.go({ share: 0.427, waits: true }))
    expect(told()[1]).toBe('kế hoạch.pdf: 42%, đang chờ đường truyền, có lại sẽ tự tải tiếp')
    expect(screen.getByText('42%, đang chờ đường truyền, có lại sẽ tự tải tiếp')).toBeTruthy()
    expect(screen.getByRole('progressbar', { name: 'kế hoạch.pdf' }).getAttribute('aria-valuenow')).toBe('42')
    act(() => sent[0]!.go({ share: 0.5, waits: false }))
    expect(screen.queryByText(/đang chờ đường truyền/)).toBeNull()
    expect(screen.getByText('50%')).toBeTruthy()
  })

  it('asks before the page is left, inside the product and out of it', async () => {
    await show('d1')
    expect(leaves()).toBe(true)
    await attach('kế hoạch.pdf')
    expect(leaves()).toBe(false)
    await userEvent.click(screen.getByRole('link', { name: 'hộp' }))
    expect(location.pathname).toBe('/compose')
    expect(screen.getByRole('dialog', { name: 'Rời trang này' }).textContent).toContain('Rời trang bây giờ thì tệp không được đính kèm.')
    await userEvent.click(screen.getByRole('button', { name: 'Ở lại trang' }))
    expect(sent[0]!.cancel).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('link', { name: 'hộp' }))
    await userEvent.click(screen.getByRole('button', { name: 'Rời trang' }))
    expect(location.pathname).toBe('/inbox/drafts')
  })

  it('stops the file when the page goes all the same, and says so', async () => {
    const page = await show('d1')
    await attach('kế hoạch.pdf')
    page.unmount()
    expect(sent[0]!.leave).toHaveBeenCalledOnce()
    expect(notices.current().toasts.at(-1)?.title).toEqual({ key: 'compose.uploadsStopped', params: { count: 1 } })
  })
})

describe('the secrecy of a draft', () => {
  it('is normal: what is classified the server takes from nobody yet, and the choice says so', async () => {
    await show('d1')
    await userEvent.click(screen.getByRole('button', { name: /Độ mật/ }))
    for (const name of [/^Mật/, /^Tối mật/]) {
      const option = screen.getByRole('option', { name })
      expect(option.getAttribute('aria-disabled')).toBe('true')
      expect(option.textContent).toContain('Hệ thống chưa nhận văn bản mật')
    }
  })
})

describe('unsaved text', () => {
  const type = () => userEvent.type(screen.getByLabelText('Nội dung văn bản'), ' các đồng chí')
  it('that this tab may not keep is not left unasked: it stands on this page alone', async () => {
    view.data = { ...draft, secrecy: 'confidential' }
    await show('d1')
    await type()
    await userEvent.click(screen.getByRole('link', { name: 'hộp' }))
    expect(screen.getByRole('dialog', { name: 'Rời trang này' }).textContent).toContain('chỉ có ở trang này')
    await userEvent.click(screen.getByRole('button', { name: 'Ở lại trang' }))
    await userEvent.click(submit())
    expect(location.pathname).toBe('/documents/d1')
  })

  it('of another person is not shown', async () => {
    sessionStorage.setItem('draft.2.new', JSON.stringify({ form: { ...draft, body: 'Của người khác' }, position: null }))
    sessionStorage.setItem('draft.new', JSON.stringify({ form: { ...draft, body: 'Của người khác' }, position: null }))
    view.data = undefined
    await show()
    expect(screen.getByLabelText<HTMLTextAreaElement>('Nội dung văn bản').value).toBe('')
  })
})

describe('a new draft that is submitted at once', () => {
  const refused = new Refusal(409, { code: 'notAllowedNow' })
  const write = async () => {
    view.data = undefined
    const page = await show()
    await userEvent.type(screen.getByLabelText('Nội dung văn bản'), 'K')
    await userEvent.click(screen.getByRole('button', { name: 'Trình tới null' }))
    return page
  }
  const ownPage = () => {
    view.data = draft
    return show('d1')
  }
  /** What answers the submission, once the draft itself is saved. */
  const held = () => {
    let answer: { done: (ack: Ack) => void; fail: (error: unknown) => void } | undefined
    outbox.send.mockImplementation(({ path }) =>
      path.endsWith('/submit') ? new Promise<Ack>((done, fail) => (answer = { done, fail })) : Promise.resolve({ stream: 'd1', first: 1, last: 1, at: '2026-11-23T07:06:00Z' } as Ack),
    )
    return () => answer!
  }

  it('says on its own page why it was refused, and still knows whom it goes to', async () => {
    const answer = held()
    const { unmount } = await write()
    await userEvent.click(submit())
    expect(location.pathname).toBe('/compose')
    await act(async () => answer().fail(refused))
    expect(location.pathname).toBe('/documents/d1/edit')
    unmount()
    await ownPage()
    expect(screen.getByRole('group', { name: 'Chưa trình được' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Trình tới 42' })).toBeTruthy()
    await userEvent.click(submit())
    expect(outbox.send.mock.lastCall![0]).toMatchObject({ path: '/api/documents/d1/submit', body: { to: 42 } })
  })

  it('goes on to its page when it is submitted, and is saved as the same draft until then', async () => {
    const answer = held()
    await write()
    await userEvent.click(submit())
    await userEvent.type(screen.getByLabelText('Nội dung văn bản'), 'g')
    await userEvent.click(screen.getByRole('button', { name: 'Lưu dự thảo' }))
    expect(paths()).toEqual(['/api/documents', '/api/documents/d1/submit', '/api/documents/d1'])
    await act(async () => answer().done({} as Ack))
    expect(location.pathname).toBe('/documents/d1')
  })

  it('tells whoever left the page that it was refused, and leaves them where they are', async () => {
    const answer = held()
    const { unmount } = await write()
    await userEvent.click(submit())
    unmount()
    history.replaceState(null, '', '/inbox/drafts')
    await act(async () => answer().fail(refused))
    expect(location.pathname).toBe('/inbox/drafts')
    expect(notices.current().toasts.at(-1)?.title).toMatchObject({ key: 'toasts.refusedAway' })
  })
})

describe('a draft that was not saved', () => {
  it.each([
    ['under another id when that was refused', new Refusal(409, { code: 'notAllowedNow' }), false],
    ['under the same id when nobody knows whether it was saved', new UnknownOutcome('no answer'), true],
  ])('is saved again %s', async (_, error, same) => {
    await show('d1')
    await userEvent.type(screen.getByLabelText('Nội dung văn bản'), 'K')
    outbox.send.mockRejectedValueOnce(error)
    await userEvent.click(screen.getByRole('button', { name: 'Lưu dự thảo' }))
    await userEvent.click(screen.getByRole('button', { name: 'Lưu dự thảo' }))
    const [first, second] = outbox.send.mock.calls.map(([command]) => command.key)
    expect(second).toBeTruthy()
    expect(second === first).toBe(same)
  })
})
