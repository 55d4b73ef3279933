import { act, render, screen } from '@testing-library/react'
import { navigate } from 'wouter/use-browser-location'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '../../i18n'
import { keyOf } from '../../live/snapshot'
import { incomingPlaces, outgoingPlaces } from '../../shell/boxes'
import type { InboxItem } from '../../wire/inbox'
import { InboxPage } from './InboxPage'

const row = (at: number): InboxItem => ({
  seat: 7, subject: `s${at}`, reason: 'note', box: 'notes', position: at, arrivedAt: `2026-11-23T07:0${at}:00Z`, readBy: [],
  urgency: 'normal', secrecy: 'normal', overdue: false, abstract: `Ghi chú ${at}`, from: 'Lê Minh Châu',
})
const rows = [row(3), row(2), row(1)]
const [first, second, third] = rows.map(keyOf) as [string, string, string]

const inbox = vi.hoisted(() => ({ items: [] as unknown[] }))
vi.mock('../../live/LiveProvider', () => ({
  useInbox: () => ({ items: new Map(rows.map((item) => [keyOf(item), item])), counters: {} }),
}))
vi.mock('./usePlaceList', () => ({
  usePlaceList: () => ({ items: inbox.items, total: inbox.items.length, loaded: true, hasMore: false, error: null, loadMore: () => {}, retry: () => {} }),
}))
vi.mock('../../shell/SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 1 }, seats: [] } }) }))
vi.mock('../../outbox/OutboxProvider', () => ({ useOutbox: () => ({}), useOutboxEntries: () => [] }))
vi.mock('../../shell/media', () => ({ useIsNarrow: () => false, useIsPhone: () => false }))
vi.mock('./WriteNote', () => ({ WriteNote: () => <input aria-label="ghi chú" /> }))

interface Pane {
  item: InboxItem
  passing: boolean
  onDone: () => void
}
const pane = vi.hoisted(() => ({ shown: null as unknown }))
vi.mock('./ReadingPane', () => ({
  ReadingPane: (props: Pane) => {
    pane.shown = props
    return null
  },
}))
vi.mock('./RowMenu', () => ({ RowMenu: () => null }))
interface Bulk {
  items: InboxItem[]
  onDone: (items: InboxItem[]) => void
  onChooseAll: () => void
}
const bulk = vi.hoisted(() => ({ shown: null as unknown }))
vi.mock('./BulkBar', () => ({
  BulkBar: (props: Bulk) => {
    bulk.shown = props
    return null
  },
}))

const selected = () => document.querySelector('[aria-current="true"]')?.getAttribute('data-row')
const settle = () => act(() => vi.advanceTimersByTimeAsync(200))
async function show(path = '/inbox/notes') {
  navigate(path)
  const page = render(<InboxPage box="notes" />)
  await settle()
  return page
}

beforeEach(() => {
  vi.useFakeTimers()
  inbox.items = rows
  return () => vi.useRealTimers()
})

describe('a box', () => {
  it.each([...incomingPlaces, ...outgoingPlaces])('says that it is empty in words of its own: %s', (place) => {
    for (const lng of ['vi', 'en']) expect(i18n.exists(`inbox.empty.${place}`, { lng, fallbackLng: [] }), lng).toBe(true)
  })

  it('of notes that is empty offers to write one', async () => {
    inbox.items = []
    await show()
    act(() => screen.getByRole('button', { name: 'Viết ghi chú' }).click())
    expect(screen.getByRole('textbox', { name: 'ghi chú' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Viết ghi chú' })).toBeNull()
  })

  it('goes to the row that a toast or the bell names while the box is open, as often as it is named', async () => {
    await show(`/inbox/notes?item=${encodeURIComponent(first)}`)
    for (const key of [third, second, third]) {
      act(() => navigate(`/inbox/notes?item=${encodeURIComponent(key)}`))
      await settle()
      expect(keyOf((pane.shown as Pane).item)).toBe(key)
    }
    expect(selected()).toBe(third)
  })

  it('lets nothing be done to what is still shown when another row is chosen', async () => {
    await show(`/inbox/notes?item=${encodeURIComponent(first)}`)
    expect(pane.shown).toMatchObject({ item: rows[0], passing: false })
    act(() => navigate(`/inbox/notes?item=${encodeURIComponent(second)}`))
    expect(pane.shown).toMatchObject({ item: rows[0], passing: true })
    await settle()
    expect(pane.shown).toMatchObject({ item: rows[1], passing: false })
  })

  describe('after an act', () => {
    const choose = async (key: string) => {
      act(() => navigate(`/inbox/notes?item=${encodeURIComponent(key)}`))
      await settle()
    }
    /** What answers an act that is tried now. */
    const acted = () => {
      const { onDone } = pane.shown as Pane
      return async () => {
        act(onDone)
        await settle()
      }
    }

    it('goes on to the next row', async () => {
      await show()
      await choose(first)
      await acted()()
      expect(selected()).toBe(second)
      expect(document.activeElement?.getAttribute('data-row')).toBe(second)
    })

    it.each([
      ['to the row that followed', 'second', [row(3), row(1)], third],
      ['to the row before where none followed', 'third', [row(3), row(2)], second],
    ])('goes on %s when the row left the list before the answer came', async (_, acting, rest, next) => {
      const page = await show()
      await choose(acting === 'second' ? second : third)
      const answered = acted()
      inbox.items = rest
      page.rerender(<InboxPage box="notes" />)
      await settle()
      await answered()
      expect(selected()).toBe(next)
    })

    it('leaves alone whoever has gone to another row since, and what they type', async () => {
      await show()
      await choose(first)
      const answered = acted()
      await choose(third)
      document.querySelector<HTMLElement>('[aria-label="ghi chú"]')!.focus()
      await answered()
      expect(selected()).toBe(third)
      expect(document.activeElement?.getAttribute('aria-label')).toBe('ghi chú')
    })

    it('on many rows goes on to the next row that is none of them', async () => {
      await show()
      await choose(first)
      act(() => (bulk.shown as Bulk).onChooseAll())
      expect((bulk.shown as Bulk).items.map(keyOf)).toEqual([first, second, third])
      act(() => (bulk.shown as Bulk).onDone(rows.slice(0, 2)))
      await settle()
      expect(selected()).toBe(third)
      expect(document.activeElement?.getAttribute('data-row')).toBe(third)
    })

    it('moves no focus on another page', async () => {
      const { unmount } = await show()
      await choose(first)
      const answered = acted()
      unmount()
      document.body.innerHTML = `<a href="/" data-row="${second}">dòng</a>`
      await answered()
      expect(document.activeElement).toBe(document.body)
      document.body.innerHTML = ''
    })
  })
})
