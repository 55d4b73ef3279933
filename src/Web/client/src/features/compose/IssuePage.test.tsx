import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { Command } from '../../outbox/outbox'
import type { DocumentView } from '../../wire/documents'
import { Refusal, UnknownOutcome } from '../../wire/refusal'
import IssuePage from './IssuePage'

const sent = vi.hoisted(() => [] as { command: Command; fail: (error: unknown) => void }[])
vi.mock('../../outbox/OutboxProvider', () => {
  const send = (command: Command) => new Promise((_, reject) => sent.push({ command, fail: reject }))
  return { useOutbox: () => ({ send }) }
})
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1 }, seats: [] } }) }))
vi.mock('../../shell/media', () => ({ useIsPhone: () => false }))
const preview = vi.hoisted(() => vi.fn())
vi.mock('../../wire/api', () => ({ api: { recipientPreview: preview } }))
vi.mock('./RecipientTree', () => ({
  RecipientTree: ({ onChange }: { onChange: (choice: unknown) => void }) => (
    <button type="button" onClick={() => onChange({ recipients: [{ kind: 'unit', id: 'u2' }] })}>Chọn nơi nhận</button>
  ),
}))
const shown = vi.hoisted(() => ({ id: '' }))
vi.mock('../documents/useDocument', async (original) => ({
  ...(await original<object>()),
  useDocument: () => ({
    data: { id: shown.id, type: 'CT', typeName: 'Chỉ thị', symbol: '12-CT/TU', abstract: 'V/v', urgency: 'normal', secrecy: 'normal', unit: { id: 'u' }, files: [], actions: ['issue'], deliveries: [], history: [] } as unknown as DocumentView,
    error: null,
    isPending: false,
  }),
}))

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
async function confirm(id: string) {
  shown.id = id
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queries}>
      <IssuePage documentId={id} />
    </QueryClientProvider>,
  )
  await press('Chọn nơi nhận')
  await screen.findByText(/^2 đơn vị/)
  await press('Phát hành…')
  return queries
}
const refused = new Refusal(409, { code: 'notAllowedNow' })

beforeEach(() => {
  sent.length = 0
  preview.mockReset().mockResolvedValue({ units: 2, people: 5, kinds: [], refused: [], notifiedNow: 5, others: 0 })
})

describe('a confirmation', () => {
  it('stays while what it says is read anew, as after a reconnect', async () => {
    const queries = await confirm('i0')
    const dialog = await screen.findByRole('dialog')
    preview.mockReturnValue(new Promise(() => {}))
    act(() => void queries.invalidateQueries())
    await waitFor(() => expect(queries.isFetching()).toBe(1))
    expect(screen.getByRole('dialog')).toBe(dialog)
  })
})

describe('an issue that is refused', () => {
  it('is said on the page to whoever closed the confirmation meanwhile', async () => {
    await confirm('i1')
    await press('Gửi 2 đơn vị')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await act(async () => sent[0]!.fail(refused))
    expect(screen.getByRole('group', { name: /^Chưa/ })).toBeTruthy()
  })

  it.each([
    ['under another id when it was refused', refused, false],
    ['under the same id when nobody knows whether it was done', new UnknownOutcome('no answer'), true],
  ])('is sent again %s', async (_, error, same) => {
    await confirm(`i2${same}`)
    await press('Gửi 2 đơn vị')
    await act(async () => sent[0]!.fail(error))
    await press('Gửi 2 đơn vị')
    expect(sent[1]!.command.key === sent[0]!.command.key).toBe(same)
  })
})
