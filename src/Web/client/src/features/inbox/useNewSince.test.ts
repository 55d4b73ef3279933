import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { markSeenUntil } from '../../shell/settings'
import type { Filter, InboxItem } from '../../wire/inbox'
import { useNewSince } from './useNewSince'

vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1 } } }) }))

const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`
/** Newest first: urgent are those of the even hours. */
const item = (hour: number) => ({ seat: 7, subject: `s${hour}`, reason: 'delivery', arrivedAt: at(hour) }) as InboxItem
const all = [12, 11, 10, 9, 8].map(item)
const urgent = [12, 10, 8].map(item)

function open(filter: Filter = 'all') {
  const list = (items: InboxItem[]) => ({ items, total: items.length, loaded: true, hasMore: false, error: null, loadMore: () => {}, retry: () => {} })
  const page = renderHook(({ of, items }) => useNewSince('lead', of, list(items)), { initialProps: { of: filter, items: filter === 'all' ? all : urgent } })
  const news = () => {
    const { since, fresh, older, pending } = page.result.current
    return [since, ...[fresh, older, pending].map(({ length }) => length)]
  }
  return { ...page, news, to: (of: Filter) => page.rerender({ of, items: of === 'all' ? all : urgent }) }
}
beforeEach(() => localStorage.clear())

it('holds nothing back as new that another filter had left out', () => {
  const { news, to } = open('urgent')
  to('all')
  expect(news()).toEqual([null, 0, 5, 0])
})

it('keeps the line of each list while one goes from filter to filter', () => {
  markSeenUntil(1, 'lead', at(9))
  const { news, to } = open()
  expect(news()).toEqual([at(9), 3, 2, 0])
  to('urgent')
  expect(news()).toEqual([at(9), 2, 1, 0])
  to('all')
  expect(news()).toEqual([at(9), 3, 2, 0])
})

it('takes a box for seen when it was seen, not when one of its filters was', () => {
  markSeenUntil(1, 'lead', at(9))
  open('urgent').unmount()
  const { news, to, unmount } = open()
  expect(news()).toEqual([at(9), 3, 2, 0])
  to('urgent')
  expect(news()).toEqual([null, 0, 3, 0])
  unmount()
  expect(open().news()).toEqual([null, 0, 5, 0])
  expect(open('urgent').news()).toEqual([null, 0, 3, 0])
})

it('marks the list as seen that the person looks at, and with a whole box all of its filters', () => {
  markSeenUntil(1, 'lead', at(9))
  const { news, to, result } = open('urgent')
  act(() => result.current.markSeen())
  expect(news()).toEqual([null, 0, 3, 0])
  to('all')
  expect(news()).toEqual([at(9), 3, 2, 0])
  act(() => result.current.markSeen())
  expect(news()).toEqual([null, 0, 5, 0])
})
