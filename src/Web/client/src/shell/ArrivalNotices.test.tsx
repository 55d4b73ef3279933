import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../i18n'
import { InboxStore } from '../live/inboxStore'
import type { Link } from '../live/link'
import { Outbox } from '../outbox/outbox'
import type { InboxChange, InboxItem } from '../wire/inbox'
import { Refusal, UnknownOutcome } from '../wire/refusal'
import { ArrivalNotices } from './ArrivalNotices'
import { notices } from './notices'
import { setQuietHours } from './settings'

const held = vi.hoisted(() => ({ link: { name: 'live' } as Link, inbox: null as unknown, outbox: null as unknown }))
vi.mock('../live/LiveProvider', () => ({ useLink: () => held.link, useLive: () => ({ inbox: held.inbox, connection: { current: () => held.link } }) }))
vi.mock('../outbox/OutboxProvider', async () => {
  const { useSyncExternalStore } = await import('react')
  const outbox = () => held.outbox as Outbox
  return { useOutbox: outbox, useOutboxEntries: () => useSyncExternalStore(outbox().subscribe, outbox().current) }
})
vi.mock('./SessionProvider', () => ({ useSession: () => ({ me: { official: { id: 7 } } }) }))
const call = vi.hoisted(() => vi.fn<(path: string) => Promise<unknown>>())
vi.mock('./UrgentNotice', () => ({ UrgentNotice: ({ items }: { items: InboxItem[] }) => <p>{items.map(({ symbol }) => symbol)}</p> }))
vi.mock('../wire/http', () => ({ call, isUnanswered: () => false }))

const offline: Link = { name: 'offline', since: 0, attempt: 1, nextTryAt: 0 }
const item = (position: number): InboxItem => ({
  seat: 1, subject: `s${position}`, reason: 'delivery', box: 'waitingReceipt', position, arrivedAt: '2026-11-23T07:00:00Z', readBy: [],
  urgency: 'normal', secrecy: 'normal', overdue: false, symbol: `${position}-CV/TU`, abstract: '', from: 'Tỉnh ủy',
})
let position = 0
const missed = (count: number) => {
  const changed = Array.from({ length: count }, () => item(++position))
  return { epoch: 'e', seats: [{ seat: 1, head: position, resync: false, changed, removed: [] }], counters: [] }
}
/** What the server answers, by what the path ends with. */
let answers: Record<string, () => unknown>
const see = () => act(() => void notices.current().toasts.at(-1)!.action!.run())
const outbox = () => held.outbox as Outbox
const inbox = () => held.inbox as InboxStore
const toasts = () => notices.current().toasts.map(({ title, text }) => ({ ...title, sent: text?.key === 'toasts.backOnlineSent' ? text.params?.count : undefined }))
const command = (key: string) => ({ key, path: `/api/${key}`, label: { key: 'acts.register.name' } })

async function show() {
  const shown = render(<ArrivalNotices />)
  await act(() => inbox().refresh())
  const goes = (link: Link) => act(async () => {
    held.link = link
    outbox().setOnline(link.name !== 'offline')
    shown.rerender(<ArrivalNotices />)
  })
  return { container: shown.container, loseLine: () => goes(offline), lineBack: () => goes({ name: 'live' }) }
}

beforeEach(() => {
  position = 0
  held.link = { name: 'live' }
  held.inbox = new InboxStore(7)
  held.outbox = new Outbox()
  for (const { id } of notices.current().toasts) notices.dismiss(id)
  notices.seen()
  answers = { counters: () => ({ epoch: 'e', cursors: [{ seat: 1, position: 0 }], counters: [] }), 'catch-up': () => missed(0) }
  call.mockImplementation(async (path) => answers[path.split('/').at(-1)!]!())
})

describe('what a catch-up brings', () => {
  it('is told like any arrival where no banner stood, and is not counted again by the next reconnect', async () => {
    const { loseLine, lineBack } = await show()
    answers['catch-up'] = () => missed(2)
    await act(() => inbox().refresh())
    expect(toasts().map(({ key }) => key)).toEqual(['toasts.newDocument', 'toasts.newDocument'])
    await loseLine()
    answers['catch-up'] = () => missed(1)
    await lineBack()
    await act(() => inbox().refresh())
    expect(toasts().at(-1)).toMatchObject({ key: 'toasts.backOnline', params: { count: 1 } })
  })

  it('is told apart where it came back', async () => {
    await show()
    answers['catch-up'] = () => {
      const { seats, ...rest } = missed(2)
      const [again, note] = seats[0]!.changed as [InboxItem, InboxItem]
      return { ...rest, seats: [{ ...seats[0]!, changed: [{ ...again, reason: 'present', note: 'Không thuộc lĩnh vực' }, { ...note, reason: 'note', note: 'Nhờ xem' }] }] }
    }
    await act(() => inbox().refresh())
    expect(toasts().map(({ key }) => key)).toEqual(['toasts.cameBack', 'toasts.newNote'])
  })

  it('is one toast where it is many', async () => {
    await show()
    answers['catch-up'] = () => missed(42)
    await act(() => inbox().refresh())
    expect(toasts()).toMatchObject([{ key: 'toasts.politeMany', params: { count: 42 } }])
    expect(notices.current().toasts[0]!.text).toMatchObject({ key: 'toasts.since' })
    see()
    expect(location.pathname).toBe('/inbox/waitingReceipt')
  })
})

describe('what the bell counts', () => {
  const push = (...changes: InboxChange[]) => act(() => inbox().push({ epoch: 'e', changes }))

  it('is no longer what was read, here or elsewhere, or what left its box', async () => {
    await show()
    const [read, done, left] = [item(1), item(2), item(3)]
    await push(...[read, done, left].map((one): InboxChange => ({ seat: 1, position: one.position, kind: 'arrived', item: one })))
    expect(notices.current().unseen).toBe(3)
    await push({ seat: 1, position: 4, kind: 'read', by: 7, item: { ...read, readBy: [7] } })
    expect(notices.current().unseen).toBe(2)
    await push({ seat: 1, position: 5, kind: 'moved', fromBox: 'waitingReceipt', item: { ...done, box: 'closed' } })
    expect(notices.current().unseen).toBe(1)
    await push({ seat: 1, position: 6, kind: 'removed', item: left })
    expect(notices.current().unseen).toBe(0)
    expect(notices.current().arrivals.length).toBeGreaterThanOrEqual(3)
  })
})

describe('the toast that the line is back', () => {
  it('waits for the catch-up that succeeds', async () => {
    const { loseLine, lineBack } = await show()
    await loseLine()
    answers['catch-up'] = () => { throw new UnknownOutcome('no answer') }
    await lineBack()
    await act(() => inbox().refresh())
    expect(toasts()).toEqual([])
    answers['catch-up'] = () => {
      const came = missed(5)
      came.seats[0]!.changed.slice(2).forEach((one) => (one.box = 'lead'))
      return came
    }
    await act(() => inbox().refresh())
    expect(toasts()).toMatchObject([{ key: 'toasts.backOnline', params: { count: 5 } }])
    see()
    expect(location.pathname).toBe('/inbox/lead')
  })

  it('does not say that nothing came where all was read afresh', async () => {
    const { loseLine, lineBack } = await show()
    await loseLine()
    await lineBack()
    answers['catch-up'] = () => ({ epoch: 'e2', seats: [], counters: [] })
    await act(() => inbox().refresh())
    expect(toasts()).toMatchObject([{ key: 'toasts.lineBack' }])
  })

  it('counts of the acts that waited those that were recorded: not what was taken back, refused or is unknown', async () => {
    const { loseLine, lineBack } = await show()
    await loseLine()
    answers.refused = () => { throw new Refusal(409, { code: 'notAllowedNow' }) }
    answers.done = answers.also = () => ({})
    for (const key of ['done', 'also', 'refused', 'withdrawn']) await act(async () => void outbox().send(command(key)).catch(() => {}))
    outbox().withdraw('withdrawn')
    await lineBack()
    await act(() => inbox().refresh())
    expect(toasts()).toMatchObject([{ key: 'toasts.backOnlineNone', sent: 2 }])
  })
})

describe('in quiet hours', () => {
  const night = Date.parse('2026-11-25T23:00:00+07:00')
  beforeEach(() => {
    vi.useFakeTimers({ now: night })
    setQuietHours({ from: '22:00', to: '06:00' })
  })
  afterEach(() => {
    vi.useRealTimers()
    setQuietHours(null)
  })

  it('what is not immediate is counted by the bell alone, and told once when they end', async () => {
    await show()
    const unseen = notices.current().unseen
    for (const count of [2, 3]) {
      answers['catch-up'] = () => missed(count)
      await act(() => inbox().refresh())
    }
    expect(toasts()).toEqual([])
    expect(notices.current().unseen).toBe(unseen + 5)
    await act(() => vi.advanceTimersByTime(7 * 3_600_000 - 1))
    expect(toasts()).toEqual([])
    await act(() => vi.advanceTimersByTime(1))
    expect(toasts()).toMatchObject([{ key: 'toasts.quietEnded', params: { count: 5 } }])
  })

  it('what is immediate is told at once', async () => {
    const { container } = await show()
    answers['catch-up'] = () => {
      const came = missed(1)
      came.seats[0]!.changed[0]!.urgency = 'immediate'
      return came
    }
    await act(() => inbox().refresh())
    expect(container.ownerDocument.body.textContent).toContain('1-CV/TU')
  })
})
