import { describe, expect, it } from 'vitest'
import { fromList, fromPlace, originIn } from './origin'

const read = (href: string) => originIn(new URL(href, 'http://localhost').searchParams)

describe('where a document was opened from', () => {
  it('is its box with the filter that was set', () => {
    expect(read(fromPlace('/documents/d1?from=lead&delivery=v1', 'overdue', 'all'))).toMatchObject({ href: '/inbox/overdue', name: 'words.boxes.overdue', place: 'overdue' })
    expect(read(fromPlace('/documents/d1?from=lead', 'lead', 'unread'))).toMatchObject({ href: '/inbox/lead?filter=unread', filter: 'unread' })
  })

  it('is the page of the register, of the unit and the year that were open', () => {
    expect(read(fromList('/documents/d1?delivery=v1', '/registers/incoming', 'unit=7&year=2025&page=2'))).toMatchObject({
      href: '/registers/incoming?unit=7&year=2025&page=2', name: 'registers.incoming', place: null,
    })
  })

  it('is what was searched', () => {
    expect(read(fromList('/documents/d1', '/search', 'q=h%E1%BB%8Fa+t%E1%BB%91c'))).toMatchObject({ href: '/search?q=h%E1%BB%8Fa+t%E1%BB%91c', name: 'search.results' })
  })

  it.each(['/documents/d1', '/documents/d1?box=elsewhere', '/documents/d1?back=%2F%2Fevil.example', '/documents/d1?back=%2Fregisters%2Fincoming.evil'])('is not known of %s', (href) => {
    expect(read(href)).toBeNull()
  })

  it('has no filter that nobody set', () => {
    expect(read('/documents/d1?box=lead&filter=evil')).toMatchObject({ href: '/inbox/lead', filter: 'all' })
  })
})
