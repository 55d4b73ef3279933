import { render, screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import '../../i18n'
import type { DeliveryView, DocumentView, HistoryLine } from '../../wire/documents'
import { Conversation } from './Conversation'

vi.mock('../notes/NoteForm', () => ({ NoteForm: () => null }))
const by = (name: string) => ({ id: name.length, name })
const line = (position: number, kind: string, text?: string, who = 'Lò Thị Mai'): HistoryLine => ({ position, at: '2026-01-20T14:06:00+07:00', by: by(who), kind, text })
const view = { comments: [], actions: [], history: [] } as unknown as DocumentView
const delivery = (history?: HistoryLine[]) => ({ id: 'v1', unit: { id: 1, name: 'Xã Mường Nhé', nameEn: '', province: 'Điện Biên' }, steps: [], history }) as unknown as DeliveryView
const lines = (name: string) => within(screen.getByRole('region', { name })).getAllByRole('listitem').map((one) => one.textContent)

it('tells people of a receiving unit what happened to it there', () => {
  render(<Conversation view={view} delivery={delivery([
    line(2, 'delivery.registered', '1318'), line(3, 'delivery.assigned', 'Hà Văn Nam, Vừ A Dính'), line(4, 'delivery.step-returned', 'Không thuộc lĩnh vực', 'Vừ A Dính'),
    line(5, 'delivery.escalated', 'Hà Văn Nam', ''),
  ])} />)
  expect(lines('Nhật ký tại Xã Mường Nhé, Điện Biên').map((text) => text?.replace(/^20\/01(\/2026)? 14:06/, ''))).toEqual([
    'Lò Thị Mai vào sổ, số đến 1.318',
    'Lò Thị Mai giao việc cho Hà Văn Nam, Vừ A Dính',
    'Vừ A Dính trả lại việc: Không thuộc lĩnh vực',
    ' Hệ thống báo Hà Văn Nam vì chưa ai mở',
  ])
  expect(screen.queryByRole('region', { name: 'Nhật ký' })).toBeNull()
})

it('says that there is nothing where a node of the version before says nothing', () => {
  render(<Conversation view={view} delivery={delivery()} />)
  expect(within(screen.getByRole('region', { name: 'Nhật ký' })).getByText('Chưa có dòng nào trong phạm vi của bạn.')).toBeTruthy()
})
