import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { Command } from '../../outbox/outbox'
import type { OfficialRow } from '../../wire/session'
import { NoteForm } from './NoteForm'

const outbox = vi.hoisted(() => ({ hold: vi.fn<(command: Command) => Promise<void>>(() => Promise.resolve()), withdraw: vi.fn() }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1 } } }) }))
const colleague: OfficialRow = { id: 42, name: 'Lê Minh Châu', title: 'Chuyên viên' }
vi.mock('../people/PersonFinder', () => ({
  PersonFinder: ({ onFound }: { onFound: (person: OfficialRow) => void }) => <button type="button" onClick={() => onFound(colleague)}>tìm</button>,
}))

async function write(documentId?: string) {
  const onClose = vi.fn()
  render(<NoteForm about={documentId ? { id: documentId, secrecy: 'normal' } : undefined} onClose={onClose} />)
  await userEvent.click(screen.getByRole('button', { name: 'tìm' }))
  await userEvent.type(screen.getByRole('textbox'), 'Gọi lại cho tôi')
  await act(() => userEvent.click(screen.getByRole('button', { name: 'Gửi ghi chú' })))
  return onClose
}

beforeEach(() => outbox.hold.mockClear())

describe('a note', () => {
  it('may be about no document', async () => {
    const onClose = await write()
    expect(outbox.hold.mock.calls[0]![0]).toMatchObject({ path: '/api/notes', body: { to: 42, text: 'Gọi lại cho tôi', documentId: undefined } })
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('is sent by Ctrl+Enter from its field', async () => {
    render(<NoteForm onClose={() => {}} />)
    await userEvent.click(screen.getByRole('button', { name: 'tìm' }))
    await act(() => userEvent.type(screen.getByRole('textbox'), 'Gọi lại{Control>}{Enter}{/Control}'))
    expect(outbox.hold.mock.calls[0]![0]).toMatchObject({ body: { text: 'Gọi lại' } })
  })

  it('names the document that it is about', async () => {
    await write('d1')
    expect(outbox.hold.mock.calls[0]![0].body).toMatchObject({ documentId: 'd1' })
  })
})
