import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import '../../i18n'
import { placeOf } from '../../kept/keptForms'
import type { DeliveryView, DocumentView } from '../../wire/documents'
import { AssignForm } from './AssignForm'

vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1 }, seats: [] } }) }))
const people = [{ seat: 9, name: 'Lò Thị Mai', title: 'Chuyên viên', unit: 'Văn phòng' }]
vi.mock('./useOpened', () => ({ assigneesQuery: () => ({ queryKey: ['assignees'], queryFn: () => Promise.resolve(people) }) }))

const passed = '2020-01-31'
const pastWords = 'Hạn không được trước hôm nay. Chọn ngày khác hoặc để trống.'

function show(dueOn: string | null, body?: unknown) {
  const onSubmit = vi.fn()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AssignForm
        form={{ act: 'assign', key: 'k', body, place: placeOf({ official: 1, documentId: 'd1', act: 'assign', isClassified: false }) }} view={{ id: 'd1', dueOn } as unknown as DocumentView} delivery={{ id: 'v1', steps: [] } as unknown as DeliveryView}
        what="12-CT/TU" failure={null} busy={false} onTyped={() => {}} onClose={() => {}} onSubmit={onSubmit}
      />
    </QueryClientProvider>,
  )
  return onSubmit
}
const submit = async () => {
  await userEvent.click(await screen.findByRole('checkbox', { name: /Chủ trì/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Giao 1 nơi' }))
}

describe('the deadline of an assignment', () => {
  it('is the document\'s where that is still to come', async () => {
    const onSubmit = show('2099-12-31')
    await submit()
    expect(onSubmit.mock.calls[0]![0].body).toHaveProperty('dueOn', '2099-12-31')
  })

  it('is left empty where that has passed: the server would refuse it when the person is elsewhere', async () => {
    const onSubmit = show(passed)
    await submit()
    expect(onSubmit.mock.calls[0]![0].body).not.toHaveProperty('dueOn')
  })

  it('that has passed since it was typed is said under its field, and nothing is held for undo', async () => {
    const onSubmit = show(null, { assignments: [], instruction: '', dueOn: passed })
    expect(screen.getByText(pastWords)).toBeTruthy()
    await submit()
    expect(onSubmit).not.toHaveBeenCalled()
  })
})

describe('the search for who works on it', () => {
  it('says that nobody matches', async () => {
    show(null)
    await screen.findByRole('checkbox', { name: /Chủ trì/ })
    // It stands before its words come.
    const region = screen.getByRole('status')
    expect(region.textContent).toBe('')
    await userEvent.type(screen.getByRole('searchbox'), 'xyz')
    expect(region.textContent).toBe('Không có ai khớp. Thử ít chữ hơn.')
    expect(screen.queryByRole('checkbox')).toBeNull()
  })
})
