import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('a table for the spreadsheet', () => {
  it('begins with a byte-order mark and ends its lines as spreadsheets do', () => {
    expect(csvOf([['Đơn vị', 'Số đến'], ['Xã Đắk Ơ, Đồng Nai', 7]])).toBe('\uFEFFĐơn vị,Số đến\r\n"Xã Đắk Ơ, Đồng Nai",7')
  })

  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '＝1+1'])('keeps %j a text', (text) => {
    expect(csvOf([[text]]).slice(1)).toBe(`'${text}`)
  })

  it('quotes what holds quotes, separators and lines, guarded first', () => {
    expect(csvOf([['=A1;"x"\r\ny']]).slice(1)).toBe('"\'=A1;""x""\r\ny"')
  })
})
