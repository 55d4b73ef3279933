import { describe, expect, it } from 'vitest'
import i18next from 'i18next'
import '../../i18n'
import type { TileUnit } from '../../wire/board'
import { unitLines } from './exportBoard'

const unit = (more: Partial<TileUnit>): TileUnit => ({
  id: 'v1', unit: { id: 1, code: '1', name: 'Xã Tân An', nameEn: 'Tan An', province: 'Đắk Lắk' }, state: 'arrived', recall: 'none', ...more,
})

describe('the export of the board by unit', () => {
  it('names a commune with its province, and by whom and when it was received', () => {
    const [heads, received, waiting] = unitLines([
      unit({ state: 'registered', arrivalNo: 1318, registeredAt: '2026-11-20T14:06:00+07:00', registeredBy: 'Lò Thị Mai' }), unit({}),
    ], i18next.t, 'vi')
    const of = (line: (string | number)[] | undefined, head: string) => line?.[heads!.indexOf(head)]
    expect(heads!.slice(0, 3)).toEqual(['Đơn vị', 'Tình trạng', 'Số đến'])
    expect(received!.slice(0, 3)).toEqual(['Xã Tân An, Đắk Lắk', 'Mới vào sổ', 1318])
    expect([of(received, 'Vào sổ lúc'), of(received, 'Người vào sổ')]).toEqual(['20/11/2026 14:06', 'Lò Thị Mai'])
    expect([waiting![1], of(waiting, 'Vào sổ lúc')]).toEqual(['Chờ tiếp nhận', ''])
  })
})
