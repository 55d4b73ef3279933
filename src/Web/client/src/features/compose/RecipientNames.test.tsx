import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { RecipientPreview } from '../../wire/recipients'
import type { UnitRef } from '../../wire/session'
import { RecipientNames } from './RecipientNames'

const wire = vi.hoisted(() => ({ recipientNames: vi.fn<(choice: unknown, issuer: number) => Promise<RecipientPreview>>() }))
vi.mock('../../wire/api', () => ({ api: wire }))
const unit = (id: number, name: string, province?: string) => ({ id, code: `${id}`, name, nameEn: '', province }) as UnitRef
const choice = { recipients: ['communes'], except: [] }

function show(names: UnitRef[] | undefined) {
  wire.recipientNames.mockResolvedValue({ units: names?.length ?? 0, names } as RecipientPreview)
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <RecipientNames choice={choice} issuer={7} units={names?.length ?? 21} />
    </QueryClientProvider>,
  )
}
const open = () => userEvent.click(screen.getByRole('button', { name: /^Xem tên/ }))
const listed = async () => (await screen.findAllByRole('listitem')).map((row) => row.textContent)

beforeEach(() => wire.recipientNames.mockReset())

describe('the names of those who will receive', () => {
  it('are read when they are looked at, and tell communes of one name apart', async () => {
    show([unit(1, 'Xã Tân An', 'Cà Mau'), unit(2, 'Xã Tân An', 'Đắk Lắk'), unit(3, 'Tỉnh ủy Điện Biên')])
    expect(wire.recipientNames).not.toHaveBeenCalled()
    await open()
    expect(await listed()).toEqual(['Xã Tân An, Cà Mau', 'Xã Tân An, Đắk Lắk', 'Tỉnh ủy Điện Biên'])
    expect(wire.recipientNames.mock.calls[0]!.slice(0, 2)).toEqual([choice, 7])
  })

  it('are found without marks, by name or province', async () => {
    show([...Array.from({ length: 30 }, (_, at) => unit(at, `Xã ${at}`, 'Cà Mau')), unit(90, 'Xã Ea Súp', 'Đắk Lắk')])
    await open()
    await userEvent.type(await screen.findByRole('searchbox'), 'dak lak')
    expect(await listed()).toEqual(['Xã Ea Súp, Đắk Lắk'])
    expect(screen.getByText('1 trên 31 đơn vị khớp.')).toBeTruthy()
  })

  it('are not said to be none by a node that does not name them', async () => {
    show(undefined)
    await open()
    expect(await screen.findByRole('button', { name: 'Tải lại' })).toBeTruthy()
  })
})
