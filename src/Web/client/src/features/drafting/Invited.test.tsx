import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import '../../i18n'
import type { Command } from '../../outbox/outbox'
import type { DocumentView } from '../../wire/documents'
import type { OfficialRow } from '../../wire/session'
import { Invited } from './Invited'

const outbox = vi.hoisted(() => ({ send: vi.fn<(command: Command) => Promise<void>>(() => Promise.resolve()) }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => outbox }))
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ seat: { id: 7 } }) }))
const people = [{ id: 42, name: 'Lê Minh Châu' }, { id: 43, name: 'Hà Văn Nam', seat: 9 }] as OfficialRow[]
vi.mock('../people/PersonFinder', () => ({
  PersonFinder: ({ onFound }: { onFound: (person: OfficialRow) => void }) => people.map((one) => <button key={one.id} type="button" onClick={() => onFound(one)}>{one.name}</button>),
}))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('says of somebody without a seat that they cannot be invited, and somebody else is looked for', async () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Invited view={{ id: 'd1', participants: [], actions: ['invite'] } as unknown as DocumentView} />
    </QueryClientProvider>,
  )
  await userEvent.click(screen.getByRole('button'))
  await press('Lê Minh Châu')
  expect(screen.getByRole('alert').textContent).toBe('Lê Minh Châu chưa giữ vị trí nào nên chưa mời được.')
  expect(outbox.send).not.toHaveBeenCalled()
  await press('Hà Văn Nam')
  expect(outbox.send.mock.calls[0]![0]).toMatchObject({ body: { seat: 9, right: 'write' } })
  expect(screen.queryByRole('alert')).toBeNull()
})
