import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import '../i18n'
import type { Link } from '../live/link'
import { emptySnapshot } from '../live/snapshot'
import { Rail } from './Rail'

const held = vi.hoisted(() => ({ link: { name: 'live' } as Link }))
vi.mock('../live/LiveProvider', () => ({
  useLink: () => held.link,
  useInbox: () => emptySnapshot(1, {
    epoch: 'e', cursors: [],
    counters: [
      { box: 'waitingReceipt', total: 1318, unread: 43, urgent: 6, overdue: 3 },
      { box: 'lead', total: 5, unread: 0, urgent: 0, overdue: 0 },
    ],
  }),
}))
const me = vi.hoisted(() => ({ operator: false, seats: [{ id: 1, kind: 'desk', role: 'clerk', title: '' }] }))
vi.mock('./SessionProvider', () => ({ useSession: () => ({ me }) }))

describe('a counter in the rail', () => {
  it('says its box, its whole number and how many are unread', () => {
    render(<Rail collapsed={false} />)
    expect(screen.getByRole('link', { name: /^Chờ tiếp nhận ?, ?1\.318 ?văn bản, 43 chưa đọc$/ })).toBeTruthy()
    expect(screen.getByRole('link', { name: /^Chủ trì ?, ?5 ?văn bản$/ })).toBeTruthy()
  })

  it('says of what moment it is while the line is lost', () => {
    held.link = { name: 'offline', since: Date.parse('2026-11-23T14:09:00+07:00'), attempt: 1, nextTryAt: 0 }
    render(<Rail collapsed={false} />)
    expect(screen.getByRole('link', { name: /^Chủ trì ?, .*lúc 14:09$/ })).toBeTruthy()
  })
})

describe('the way to the cluster', () => {
  it('is there for operators alone', () => {
    const { rerender } = render(<Rail collapsed={false} />)
    expect(screen.queryByRole('link', { name: 'Cụm máy chủ' })).toBeNull()
    me.operator = true
    rerender(<Rail collapsed />)
    expect(screen.getByRole('link', { name: 'Cụm máy' })).toBeTruthy()
  })
})
