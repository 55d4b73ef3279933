import { describe, expect, it } from 'vitest'
import type { Box, Counter, InboxChange, InboxItem, InboxPage } from '../wire/inbox'
import { applyCatchUp } from './applyCatchUp'
import { applyChanges } from './applyChanges'
import { nextLink, retryWaitMs, type Link } from './link'
import { withPage } from './lists'
import { countersByBox, emptySnapshot, filterCount, isUnread, matches, type InboxSnapshot } from './snapshot'

const me = 7
const epoch = 'e1'

function item(subject: string, over: Partial<InboxItem> = {}): InboxItem {
  return {
    seat: 1, subject, reason: 'delivery', box: 'waitingReceipt', position: 1, arrivedAt: '2026-11-23T07:00:00.000Z',
    readBy: [], urgency: 'normal', secrecy: 'normal', overdue: false, abstract: subject, from: 'Sở Tài chính', ...over,
  }
}

const change = (position: number, kind: InboxChange['kind'], of: InboxItem, over: Partial<InboxChange> = {}): InboxChange => ({
  seat: of.seat, position, kind, item: { ...of, position }, ...over,
})

/** The server's way of counting: the predicate that lists, over all items. */
function counted(items: Iterable<InboxItem>): Record<Box, Counter> {
  const counters = countersByBox([])
  for (const one of items) {
    if (one.box === 'closed') continue
    const counter = counters[one.box]
    counter.total++
    if (isUnread(one, me)) counter.unread++
    if (one.urgency !== 'normal') counter.urgent++
    if (one.overdue) counter.overdue++
  }
  return counters
}

const base = (items: InboxItem[], position: number): InboxSnapshot =>
  emptySnapshot(me, { epoch, cursors: [{ seat: 1, position }], counters: Object.values(counted(items)) })

const forgetful = (snapshot: InboxSnapshot): InboxSnapshot => ({ ...snapshot, items: new Map() })

const page = (items: InboxItem[], position: number, next?: string): InboxPage => ({
  epoch, cursors: [{ seat: 1, position }], items, total: items.length, counters: [], next,
})

describe('applyChanges', () => {
  it('applies contiguous positions, ignores old ones, stops at a gap', () => {
    const start = base([], 4)
    const applied = applyChanges(start, { epoch, changes: [change(4, 'arrived', item('old')), change(5, 'arrived', item('a')), change(7, 'arrived', item('c'))] })
    expect(applied.behind).toBe(true)
    expect(applied.arrived.map((one) => one.subject)).toEqual(['a'])
    expect(applied.snapshot.counters.waitingReceipt.total).toBe(1)
    expect(applied.snapshot.cursors.get(1)).toBe(5)
  })

  it('asks for a catch-up on another epoch or an unknown seat', () => {
    expect(applyChanges(base([], 0), { epoch: 'e2', changes: [] }).behind).toBe(true)
    expect(applyChanges(base([], 0), { epoch, changes: [change(1, 'arrived', item('x', { seat: 9 }))] }).behind).toBe(true)
  })

  it('moves counters of items that were never loaded', () => {
    const held = item('a', { urgency: 'urgent' })
    const moved = applyChanges(base([held], 1), { epoch, changes: [change(2, 'moved', { ...held, box: 'lead' }, { fromBox: 'waitingReceipt' })] }).snapshot
    expect(moved.counters.waitingReceipt).toMatchObject({ total: 0, unread: 0, urgent: 0 })
    expect(moved.counters.lead).toMatchObject({ total: 1, unread: 1, urgent: 1 })
  })

  it('counts an item that became urgent, known or not', () => {
    const draft = item('a', { box: 'drafts' })
    const more = item('b', { box: 'drafts' })
    const moved = change(2, 'moved', { ...draft, urgency: 'urgent' }, { fromBox: 'drafts', fromUrgency: 'normal' })
    expect(applyChanges(base([draft, more], 1), { epoch, changes: [moved] }).snapshot.counters.drafts.urgent).toBe(1)
  })

  it('counts a draft that is overdue no more since its deadline was moved, known or not', () => {
    const late = item('a', { box: 'drafts', dueOn: '2026-11-22', overdue: true })
    const moved = change(2, 'moved', { ...late, dueOn: '2026-11-30', overdue: false }, { fromBox: 'drafts', fromOverdue: true })
    const unknown = base([late], 1)
    const known = { ...unknown, items: new Map([['1/delivery/a', late]]) }
    for (const start of [unknown, known]) {
      const { counters } = applyChanges(start, { epoch, changes: [moved] }).snapshot
      expect(counters.drafts).toMatchObject({ total: 1, overdue: 0 })
    }
  })

  it('keeps its newer words when somebody reads', () => {
    const known = item('a', { abstract: 'new words' })
    const start = { ...base([known], 1), items: new Map([['1/delivery/a', known]]) }
    const read = change(2, 'read', { ...known, abstract: 'old words', readBy: [me] }, { fromBox: 'waitingReceipt', by: me })
    const applied = applyChanges(start, { epoch, changes: [read] }).snapshot.items.get('1/delivery/a')
    expect(applied).toMatchObject({ abstract: 'new words', readBy: [me], position: 2 })
  })

  it('counts a read only once, and only when I am the reader', () => {
    const held = item('a')
    const byOther = applyChanges(base([held], 1), { epoch, changes: [change(2, 'read', { ...held, readBy: [3] }, { by: 3 })] }).snapshot
    expect(byOther.counters.waitingReceipt.unread).toBe(1)
    const byMe = applyChanges(byOther, { epoch, changes: [change(3, 'read', { ...held, readBy: [3, me] }, { by: me })] }).snapshot
    expect(byMe.counters.waitingReceipt.unread).toBe(0)
  })

  it('hears a reminder where an item stays in its box with one, and nothing new', () => {
    const held = item('a')
    const asked = change(2, 'moved', { ...held, remindedAt: '2026-11-23T11:00:00.000Z' }, { fromBox: 'waitingReceipt' })
    const applied = applyChanges(base([held], 1), { epoch, changes: [asked] })
    expect(applied.reminded.map((one) => one.subject)).toEqual(['a'])
    expect(applied.arrived).toEqual([])
    expect(applied.snapshot.counters.waitingReceipt.total).toBe(1)
    const left = change(3, 'moved', { ...asked.item, box: 'closed' }, { fromBox: 'waitingReceipt' })
    expect(applyChanges(applied.snapshot, { epoch, changes: [left] }).reminded).toEqual([])
  })

  it('takes a closed item out of its list and counter', () => {
    const held = item('a')
    const loaded = withPage(base([held], 1), 'waitingReceipt', 'all', page([held], 1))
    const after = applyChanges(loaded, { epoch, changes: [change(2, 'moved', { ...held, box: 'closed' }, { fromBox: 'waitingReceipt' })] }).snapshot
    expect(after.counters.waitingReceipt.total).toBe(0)
    expect(after.lists.get('waitingReceipt|all')!.keys).toEqual([])
  })

  it('keeps counter = list length = fresh read over random histories', () => {
    let seed = 20261123
    // The upper bits: the lowest ones of such a sequence only alternate.
    const dice = (below: number) => ((seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) >>> 16) % below
    const boxes: Box[] = ['waitingReceipt', 'waitingMe', 'lead', 'closed']
    for (let run = 0; run < 40; run++) {
      const server = new Map<string, InboxItem>()
      let position = 0
      let snapshot = base([], 0)
      // A device that has opened no list counts all the same.
      let counting = snapshot
      for (const box of boxes.slice(0, 3)) snapshot = withPage(snapshot, box, 'unread', page([], 0))
      for (const box of boxes.slice(0, 3)) snapshot = withPage(snapshot, box, 'all', page([], 0))
      for (let step = 0; step < 60; step++) {
        position++
        const subjects = [...server.keys()]
        const open = subjects.map((subject) => server.get(subject)!).filter((one) => one.box !== 'closed')
        let next: InboxChange
        if (open.length === 0 || dice(3) === 0) {
          const minute = String(dice(60)).padStart(2, '0')
          const fresh = item(`s${run}-${step}`, { position, arrivedAt: `2026-11-23T07:${minute}:00.000Z`, urgency: dice(3) ? 'normal' : 'immediate' })
          server.set(fresh.subject, fresh)
          next = change(position, 'arrived', fresh)
        } else {
          const one = open[dice(open.length)]!
          const kind = (['moved', 'read', 'due', 'removed'] as const)[dice(4)]!
          const by = dice(2) ? me : 3
          if ((kind === 'read' && one.readBy.includes(by)) || (kind === 'due' && one.overdue)) { position--; continue }
          const dueOn = kind === 'moved' && dice(2) ? `2026-12-0${1 + dice(9)}` : one.dueOn
          const after = {
            ...one, position, dueOn,
            box: kind === 'moved' ? boxes[dice(4)]! : one.box,
            readBy: kind === 'read' ? [...one.readBy, by] : one.readBy,
            overdue: kind === 'due' ? true : one.overdue && dueOn === one.dueOn,
          }
          if (kind === 'removed') server.delete(one.subject)
          else server.set(one.subject, after)
          next = change(position, kind, after, { fromBox: one.box, by, fromOverdue: one.overdue === after.overdue ? undefined : one.overdue })
        }
        snapshot = applyChanges(snapshot, { epoch, changes: [next] }).snapshot
        counting = forgetful(applyChanges(counting, { epoch, changes: [next] }).snapshot)
        expect(snapshot.counters).toEqual(counted(server.values()))
        expect(counting.counters).toEqual(snapshot.counters)
        for (const list of snapshot.lists.values()) {
          expect(list.keys.length).toBe(filterCount(snapshot.counters[list.box], list.filter))
          const expected = [...server.values()].filter((one) => matches(one, list.box, list.filter, me)).map((one) => one.subject).sort()
          expect(list.keys.map((key) => key.split('/')[2]).sort()).toEqual(expected)
        }
      }
    }
  })
})

describe('withPage', () => {
  it('does not bring back what a push already removed', () => {
    const held = item('a')
    const removed = applyChanges(base([held], 1), { epoch, changes: [change(2, 'removed', held)] }).snapshot
    expect(withPage(removed, 'waitingReceipt', 'all', page([held], 1)).lists.get('waitingReceipt|all')!.keys).toEqual([])
  })
  it('keeps the pushed version of an item when the page is older', () => {
    const held = item('a')
    const read = applyChanges(base([held], 1), { epoch, changes: [change(2, 'read', { ...held, readBy: [me] }, { by: me })] }).snapshot
    const loaded = withPage(read, 'waitingReceipt', 'all', page([held], 1))
    expect([...loaded.items.values()][0]!.readBy).toEqual([me])
  })
  it('shows what arrived in one instant in the order of the server, and all of it', () => {
    const burst = ['c', 'a', 'b'].map((subject, at) => item(subject, { arrivedSeq: 9 - at }))
    const other = item('0', { seat: 2, arrivedSeq: 20 })
    const subjects = (snapshot: InboxSnapshot) => snapshot.lists.get('waitingReceipt|all')!.keys.map((key) => key.split('/')[2])
    const first = withPage(base([...burst, other], 1), 'waitingReceipt', 'all', page(burst.slice(0, 2), 1, 'more'))
    expect(subjects(first)).toEqual(['c', 'a'])
    const second = withPage(first, 'waitingReceipt', 'all', page([burst[2]!, other], 1))
    expect(subjects(second)).toEqual(['c', 'a', 'b', '0'])
    const pushed = change(2, 'arrived', item('z', { arrivedSeq: 10 }))
    expect(subjects(applyChanges(first, { epoch, changes: [pushed] }).snapshot)).toEqual(['z', 'c', 'a'])
  })
  it('keeps all of a page whose order only the server knows', () => {
    const burst = [item('c'), item('a'), item('b')]
    const loaded = withPage(base(burst, 1), 'waitingReceipt', 'all', page(burst.slice(0, 2), 1, 'more'))
    expect(loaded.lists.get('waitingReceipt|all')!.keys).toHaveLength(2)
    const read = applyChanges(loaded, { epoch, changes: [change(2, 'read', { ...burst[0]!, readBy: [me] }, { by: me })] }).snapshot
    expect(read.lists.get('waitingReceipt|all')!.keys).toHaveLength(2)
  })
  it('leaves an older arrival to the page that will hold it', () => {
    const newest = item('b', { arrivedAt: '2026-11-23T09:00:00Z' })
    const loaded = withPage(base([newest], 1), 'waitingReceipt', 'all', page([newest], 1, 'more'))
    const after = applyChanges(loaded, { epoch, changes: [change(2, 'arrived', item('a'))] }).snapshot
    expect(after.lists.get('waitingReceipt|all')!.keys).toHaveLength(1)
    expect(after.counters.waitingReceipt.total).toBe(2)
  })
})

describe('applyCatchUp', () => {
  it('merges what changed, drops what left and takes the counters', () => {
    const [a, b] = [item('a'), item('b')]
    const loaded = withPage(base([a, b], 2), 'waitingReceipt', 'all', page([a, b], 2))
    const c = item('c', { position: 5 })
    const caught = applyCatchUp(loaded, {
      epoch, counters: Object.values(counted([{ ...a, readBy: [me] }, c])),
      seats: [{ seat: 1, head: 6, resync: false, changed: [{ ...a, readBy: [me], position: 3 }, c], removed: [b] }],
    })
    expect(caught.arrived.map((one) => one.subject)).toEqual(['c'])
    expect(caught.snapshot.lists.get('waitingReceipt|all')!.keys).toHaveLength(2)
    expect(caught.snapshot.cursors.get(1)).toBe(6)
  })
  it('forgets everything on a resync or a new epoch', () => {
    const caught = applyCatchUp(base([], 2), { epoch: 'e2', counters: [], seats: [{ seat: 1, head: 9, resync: true, changed: [], removed: [] }] })
    expect(caught.reloaded).toBe(true)
    expect(caught.snapshot.cursors.get(1)).toBe(9)
  })
})

describe('link', () => {
  it('goes offline only after a failed try and remembers since when', () => {
    let link: Link = { name: 'live' }
    link = nextLink(link, { kind: 'lost' }, 1000)
    expect(link.name).toBe('connecting')
    link = nextLink(link, { kind: 'failed', waitMs: 4000 }, 2000)
    expect(link).toEqual({ name: 'offline', since: 1000, attempt: 1, nextTryAt: 6000 })
    expect(nextLink(link, { kind: 'opened' }, 7000)).toEqual({ name: 'live' })
  })
  it('is slow while answers are slow', () => {
    const slow = nextLink({ name: 'live' }, { kind: 'roundTrip', ms: 9000 }, 0)
    expect(slow.name).toBe('slow')
    expect(nextLink(slow, { kind: 'roundTrip', ms: 80 }, 0).name).toBe('live')
  })
  it('spreads retries', () => {
    expect(retryWaitMs(0, 0)).toBe(500)
    expect(retryWaitMs(20, 1)).toBe(45000)
  })
})
