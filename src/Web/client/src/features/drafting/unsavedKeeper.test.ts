import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { UnsavedKeeper } from './unsavedKeeper'
import type { Unsaved } from './unsavedStore'

const shelf = vi.hoisted(() => ({ next: 1, rows: new Map<number, Uint8Array>() }))

vi.mock('./unsavedStore', () => ({
  keep: (_: unknown, update: Uint8Array) => {
    shelf.rows.set(shelf.next, update)
    return Promise.resolve(shelf.next++)
  },
  forget: (ids: number[]) => {
    for (const id of ids) shelf.rows.delete(id)
    return Promise.resolve()
  },
}))

const of = { official: 1, document: 'd' }
const settled = () => vi.advanceTimersByTimeAsync(1_000)
const restored = () => {
  const doc = new Y.Doc()
  for (const update of shelf.rows.values()) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

describe('what is not saved', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    shelf.rows.clear()
  })
  afterEach(() => void vi.useRealTimers())

  const open = (doc: Y.Doc, found: Unsaved[] = []) => new UnsavedKeeper(of, doc, found, () => 'e')
  const type = (doc: Y.Doc, keeper: UnsavedKeeper, text: string, connected = true) => {
    doc.getText('t').insert(doc.getText('t').length, text)
    keeper.unsaved(connected)
  }

  it('is not kept when the server acknowledges it at once', async () => {
    const doc = new Y.Doc()
    const keeper = open(doc)
    type(doc, keeper, 'A')
    keeper.saved()
    await settled()
    expect(shelf.rows.size).toBe(0)
  })

  it('is kept whole with each further letter, until all is saved', async () => {
    const doc = new Y.Doc()
    const keeper = open(doc)
    type(doc, keeper, 'Kính')
    await settled()
    type(doc, keeper, ' gửi')
    await settled()
    expect([shelf.rows.size, restored()]).toEqual([2, 'Kính gửi'])
    keeper.saved()
    await settled()
    expect(shelf.rows.size).toBe(0)
  })

  it('is kept at once without a line', async () => {
    const doc = new Y.Doc()
    const keeper = open(doc)
    type(doc, keeper, 'Ngay', false)
    await vi.advanceTimersByTimeAsync(0)
    expect(restored()).toBe('Ngay')
    keeper.end()
  })

  it('is kept when the page is left before a second is over', async () => {
    const doc = new Y.Doc()
    const keeper = open(doc)
    type(doc, keeper, 'Vội')
    window.dispatchEvent(new Event('pagehide'))
    await settled()
    expect(restored()).toBe('Vội')
    keeper.end()
  })

  it('goes on after a reload, and another tab keeps its own', async () => {
    const [mine, other] = [new Y.Doc(), new Y.Doc()]
    const before = open(mine)
    type(mine, before, 'Trước')
    await settled()
    const found = [...shelf.rows].map(([id, update]) => ({ id, update }))
    before.end()
    const tab = open(other)
    type(other, tab, 'Kia')
    await settled()

    const again = new Y.Doc()
    for (const { update } of found) Y.applyUpdate(again, update)
    const keeper = open(again, found)
    type(again, keeper, ' sau')
    await settled()
    expect(shelf.rows.size).toBe(3)
    keeper.saved()
    await settled()
    expect(restored()).toBe('Kia')
    await tab.giveUp()
    expect(shelf.rows.size).toBe(0)
  })
})
