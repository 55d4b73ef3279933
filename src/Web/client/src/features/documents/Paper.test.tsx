import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import '../../i18n'
import type { DocumentView } from '../../wire/documents'
import { Paper } from './Paper'

const letter = {
  id: 'd1', type: 'CV', typeName: 'Công văn', abstract: 'V/v', symbol: '1-CV/TW', unit: { id: 1, name: 'Trung ương Đảng' }, body: 'Nội dung', state: 'issued',
} as unknown as DocumentView
const shown = (sentTo: DocumentView['sentTo'], of: Partial<DocumentView> = {}) => {
  const { container } = render(<Paper document={{ ...letter, ...of, sentTo }} />)
  return (look: string) => container.querySelector(look)?.textContent
}

it('addresses one in the line of the word, and lists below where it went', () => {
  const of = shown({ addressed: ['Các nơi ghi ở mục Nơi nhận'], lines: ['- Tỉnh ủy Điện Biên,', '- Lưu Văn phòng.'] })
  expect(of('.paper__addressed')).toBe('Kính gửi: Các nơi ghi ở mục Nơi nhận')
  expect(of('.paper__recipients')).toBe('Nơi nhận:- Tỉnh ủy Điện Biên,- Lưu Văn phòng.')
})

it.each([['1-CV/TW', true, ',', 'paper__recipients-party'], ['1/BNV-VP', false, ';', 'paper__recipients-state']])('addresses several each in a line, %s with its marks', (symbol, partySheet, mark, look) => {
  shown({ addressed: ['Tỉnh ủy Điện Biên', 'Thành ủy Huế'], lines: ['- Như trên'] }, { symbol, partySheet })
  expect(screen.getAllByRole('listitem').map((line) => line.textContent)).toEqual([`- Tỉnh ủy Điện Biên${mark}`, '- Thành ủy Huế.'])
  expect(screen.getByText('Nơi nhận:').className).toBe(look)
})

it.each([
  [true, 'Số …-CV', 'Đảng Cộng sản Việt Nam'],
  [false, 'Số: …', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
])('stands on the sheet of its body before it has a number, too (party: %s)', (partySheet, number, nation) => {
  shown(undefined, { symbol: null, partySheet })
  expect(screen.getByText(number)).toBeTruthy()
  expect(screen.getByText(nation)).toBeTruthy()
})

it('says nothing of recipients before it is issued', () => {
  const of = shown(undefined)
  expect([of('.paper__addressed'), of('.paper__recipients')]).toEqual([undefined, undefined])
})
