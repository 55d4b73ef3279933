import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { Refusal, UnknownOutcome } from '../../wire/refusal'
import { DraftLine, type Kept } from './draftLine'
import { heard, name, Socket } from './fakeSocket'

const server = vi.hoisted(() => ({ epoch: 'e1', knows: true, isAway: false, isBusy: false, tickets: 0 }))
vi.mock('../../wire/api', () => ({
  api: {
    draftTicket: () => {
      server.tickets += 1
      if (server.isBusy) return Promise.reject(new UnknownOutcome('no answer'))
      return server.knows ? Promise.resolve({ ticket: 't', expiresAt: '', epoch: server.epoch }) : Promise.reject(new Refusal(404, {}))
    },
    session: () => (server.isAway ? Promise.reject(new UnknownOutcome('no answer')) : Promise.resolve({ epoch: server.epoch })),
  },
}))
const shelf = vi.hoisted(() => ({ keep: vi.fn(() => Promise.resolve(1)), forget: vi.fn(() => Promise.resolve()), forgetDraft: vi.fn(() => Promise.resolve()) }))
vi.mock('./unsavedStore', () => shelf)

const open: DraftLine[] = []
const newest = () => Socket.all.at(-1)!
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** A line that has read the draft as this document has it, and has nothing unsaved. */
async function read(there: Y.Doc, kept: Kept | null = null): Promise<DraftLine> {
  const line = new DraftLine(name, kept)
  open.push(line)
  await pass(0)
  await exchange(there)
  return line
}

async function exchange(there: Y.Doc): Promise<void> {
  await begin(there)
  newest().says(8, 1)
  await pass(0)
}

/** Each side has said what it has; what the server lacked is with it, and not acknowledged. */
async function begin(there: Y.Doc): Promise<void> {
  newest().opens()
  await pass(0)
  await letIn(there)
}

async function letIn(there: Y.Doc): Promise<void> {
  newest().says(2, 2, 'read-write')
  newest().says(0, 1, Y.encodeStateAsUpdate(there))
  newest().says(0, 0, Y.encodeStateVector(there))
  await pass(0)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Socket)
  Socket.all = []
  Object.assign(server, { epoch: 'e1', knows: true, isAway: false, isBusy: false, tickets: 0 })
  vi.clearAllMocks()
})
afterEach(() => {
  for (const line of open.splice(0)) line.end()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a line that the server closes', () => {
  it.each([[4_400, 'refused'], [4_413, 'tooLarge'], [4_409, 'foreign'], [4_429, 'refused']])('for good with %i ends, and its text stays', async (code, why) => {
    const line = await read(new Y.Doc())
    line.provider.document.getText('t').insert(0, 'Kính gửi')
    newest().closes(code)
    await pass(60_000)
    expect([Socket.all.length, line.state().stopped, line.state().saved.state]).toEqual([1, why, 'saving'])
    expect(line.provider.document.getText('t').toString()).toBe('Kính gửi')
  })

  it.each([1_006, 4_401, 4_403, 4_500, 4_503, 4_504, 4_508, 4_510])('with %i comes again', async (code) => {
    const line = await read(new Y.Doc())
    newest().closes(code)
    await pass(10_000)
    expect([Socket.all.length, line.state().stopped]).toEqual([2, null])
  })
})

describe('a socket that nobody answers', () => {
  it('is closed after 8 s, and another is tried', async () => {
    const line = new DraftLine(name, null)
    open.push(line)
    await pass(7_999)
    const hung = newest()
    expect([Socket.all.length, hung.readyState]).toEqual([1, 0])
    await pass(1)
    expect(hung.readyState).toBe(2)
    hung.dispatchEvent(new Event('error'))
    hung.closes(1_006)
    await pass(2_000)
    expect(Socket.all.length).toBe(2)
    await exchange(new Y.Doc())
    await pass(10_000)
    expect([Socket.all.length, newest().readyState, line.state().connected]).toEqual([2, 1, true])
  })
})

describe('a line that comes back', () => {
  it('says what was typed meanwhile once', async () => {
    const there = new Y.Doc()
    const line = await read(there)
    newest().closes(1_006)
    for (const letter of 'Kính') line.provider.document.getText('t').insert(0, letter)
    await pass(10_000)
    await begin(there)
    expect(heard(newest())).toEqual(['ticket', 'first step', 'second step'])
    expect(line.state().saved.state).toBe('saving')
    newest().says(8, 1)
    expect(line.state().saved.state).toBe('clean')
  })
})

describe('a ticket that the server does not know', () => {
  const deny = () => newest().says(2, 1, 'notInScope')

  async function denied(): Promise<DraftLine> {
    const line = new DraftLine(name, null)
    open.push(line)
    newest().opens()
    await pass(0)
    deny()
    return line
  }

  it('is followed by another on the same socket, and the draft opens', async () => {
    const line = await denied()
    await pass(1_999)
    expect([server.tickets, line.state().refused]).toEqual([1, false])
    await pass(1)
    expect(server.tickets).toBe(2)
    await letIn(new Y.Doc())
    newest().says(8, 1)
    expect(heard(newest())).toEqual(['ticket', 'first step', 'ticket', 'first step', 'second step'])
    line.provider.document.getText('t').insert(0, 'Kính gửi')
    newest().says(8, 1)
    expect(line.state()).toMatchObject({ loaded: true, right: 'write', refused: false, saved: { state: 'clean' } })
  })

  it('takes nothing from what was typed meanwhile, which is saved when that is acknowledged', async () => {
    const there = new Y.Doc()
    const line = await read(there)
    newest().closes(1_006)
    line.provider.document.getText('t').insert(0, 'gửi')
    await pass(10_000)
    newest().opens()
    await pass(0)
    deny()
    line.provider.document.getText('t').insert(0, 'Kính ')
    newest().says(8, 0)
    await pass(2_000)
    await letIn(there)
    expect([heard(newest()).slice(-3), line.state().saved.state]).toEqual([['ticket', 'first step', 'second step'], 'saving'])
    newest().says(8, 1)
    expect(line.state().saved.state).toBe('clean')
  })

  it('is not followed for ever: the fourth is the last, until the line comes back', async () => {
    const line = await denied()
    for (let more = 0; more < 3; more += 1) {
      expect(line.state().refused).toBe(false)
      await pass(2_000)
      deny()
    }
    await pass(60_000)
    expect([server.tickets, line.state().refused]).toEqual([4, true])
    newest().closes(4_504)
    await pass(10_000)
    await exchange(new Y.Doc())
    expect([server.tickets, line.state().refused, line.state().loaded]).toEqual([5, false, true])
  })

  it('is followed by one alone where the socket is closed meanwhile', async () => {
    await denied()
    newest().closes(4_504)
    await pass(1_000)
    newest().opens()
    await pass(60_000)
    expect([Socket.all.length, server.tickets, heard(newest())]).toEqual([2, 2, ['ticket', 'first step']])
  })

  it('is asked for by the newest line alone, though each was closed while it waited', async () => {
    server.isBusy = true
    const line = new DraftLine(name, null)
    open.push(line)
    for (let closed = 0; closed < 5; closed += 1) {
      newest().opens()
      await pass(3_000)
      newest().closes(4_504)
      await pass(10_000)
    }
    newest().opens()
    await pass(2_000)
    expect(Socket.all.length).toBe(6)
    server.tickets = 0
    await pass(20_000)
    expect(server.tickets).toBe(10)
    server.isBusy = false
    await pass(2_000)
    expect(heard(newest())).toEqual(['ticket', 'first step'])
  })

  it('is the last where the next is refused: there is no such draft', async () => {
    const line = await denied()
    server.knows = false
    await pass(60_000)
    newest().closes(4_510)
    await pass(60_000)
    expect([Socket.all.length, server.tickets, line.state().refused]).toEqual([1, 2, true])
  })
})

describe('a line that comes back after a restore', () => {
  const other = () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'Chữ người khác. ')
    return doc
  }

  async function restored(there: Y.Doc): Promise<DraftLine> {
    const line = await read(there)
    newest().closes(4_503)
    server.epoch = 'e2'
    await pass(10_000)
    newest().opens()
    await pass(0)
    return line
  }

  it('ends before it has sent a word of what it holds', async () => {
    const line = await restored(other())
    expect(line.state()).toMatchObject({ stopped: 'restored', refused: false })
    expect(newest().sent).toEqual([])
    expect(line.goOn(new Y.Doc())).toBe(false)
  })

  it('goes on where nothing is lost that was ever saved', async () => {
    const there = other()
    const line = await restored(there)
    newest().closes(1_000)
    line.provider.document.getText('t').insert(0, 'chưa lưu ')
    expect(line.goOn(there)).toBe(true)
    await pass(10_000)
    await exchange(there)
    expect(line.state()).toMatchObject({ stopped: null, connected: true, comparing: false })
  })

  it('takes letters until it is compared, and sends them where it goes on', async () => {
    const there = other()
    const line = await restored(there)
    expect(line.state().comparing).toBe(true)
    // The page looks a second time why its draft may be gone.
    await line.lookWhyGone()
    expect(line.state().comparing).toBe(true)
    line.provider.document.getText('t').insert(0, 'gõ khi đang so ')
    expect(line.goOn(there)).toBe(true)
    newest().closes(1_000)
    await pass(10_000)
    await begin(there)
    expect(line.state().saved.state).toBe('saving')
    newest().says(8, 1)
    expect(line.state().saved.state).toBe('clean')
  })

  it('takes none any more once it is compared and does not go on, nor where it had ended before', async () => {
    const line = await restored(other())
    line.goOn(new Y.Doc())
    expect(line.state()).toMatchObject({ stopped: 'restored', comparing: false })
    await line.lookWhyGone()
    expect(line.state().comparing).toBe(false)

    const ended = await read(new Y.Doc())
    newest().closes(4_413)
    server.epoch = 'e3'
    await ended.lookWhyGone()
    expect(ended.state()).toMatchObject({ stopped: 'restored', comparing: false })
  })

  it('goes on also where the socket that it ended has not closed yet', async () => {
    const there = other()
    const line = await restored(there)
    const ended = newest()
    expect(line.goOn(there)).toBe(true)
    ended.closes(1_000)
    await pass(10_000)
    expect(newest()).not.toBe(ended)
    await exchange(there)
    expect(line.state()).toMatchObject({ stopped: null, connected: true })
  })

  it('says each thing once when it goes on, and "saved" when that is', async () => {
    const there = other()
    const line = await restored(there)
    newest().closes(1_000)
    line.provider.document.getText('t').insert(0, 'chưa lưu ')
    line.goOn(there)
    await pass(10_000)
    await begin(there)
    expect(heard(newest())).toEqual(['ticket', 'first step', 'second step'])
    expect(line.state().saved.state).toBe('saving')
    newest().says(8, 1)
    expect(line.state().saved.state).toBe('clean')
  })

  it('does not go on where what this person had saved is lost', async () => {
    const there = other()
    const line = await read(there)
    line.provider.document.getText('t').insert(0, 'đã lưu ')
    newest().says(8, 1)
    newest().closes(1_006)
    server.epoch = 'e2'
    await pass(10_000)
    newest().opens()
    await pass(0)
    expect(line.state().stopped).toBe('restored')
    expect(line.goOn(there)).toBe(false)
  })
})

describe('a line whose draft the server knows no more', () => {
  const of = { official: 1, document: name }
  const written = () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'Kính gửi')
    return doc
  }
  const textOf = (line: DraftLine) => line.provider.document.getText('t').toString()

  /** The server comes back, and its answer is that there is no such draft. */
  async function goneOf(line: DraftLine, epoch: string): Promise<DraftLine> {
    newest().closes(4_503)
    Object.assign(server, { epoch, knows: false })
    await pass(10_000)
    newest().opens()
    await pass(0)
    return line
  }

  it('ends with its text after a restore to a time before the draft', async () => {
    const line = await goneOf(await read(written(), { of, found: [] }), 'e2')
    expect(line.state()).toMatchObject({ stopped: 'restored', loaded: true, refused: false })
    expect([textOf(line), newest().sent]).toEqual(['Kính gửi', []])
    // It has to outlive a reload as well.
    expect([shelf.keep.mock.calls.length, shelf.forgetDraft.mock.calls.length]).toEqual([1, 0])
    expect(await line.lookWhyGone()).toBe(true)
  })

  it('says that of a restore also when it had ended for another reason', async () => {
    const line = await read(written(), { of, found: [] })
    newest().closes(4_413)
    Object.assign(server, { epoch: 'e2', knows: false })
    expect(await line.lookWhyGone()).toBe(true)
    expect(line.state()).toMatchObject({ stopped: 'restored', loaded: true })
  })

  it('lets go of what was kept where the right was taken away', async () => {
    const line = await goneOf(await read(written(), { of, found: [] }), 'e1')
    expect(line.state()).toMatchObject({ stopped: null, refused: true })
    expect(shelf.forgetDraft.mock.calls).toEqual([[of]])
    expect(await line.lookWhyGone()).toBe(false)
  })

  it('lets go of nothing before it is known which of both it is', async () => {
    server.isAway = true
    const line = await goneOf(await read(written(), { of, found: [] }), 'e2')
    await pass(60_000)
    expect([line.state().stopped, line.state().refused, shelf.forgetDraft.mock.calls.length]).toEqual([null, false, 0])
    server.isAway = false
    await pass(2_000)
    expect(line.state().stopped).toBe('restored')
  })

  it('keeps what it had before a reload, where that is of data that a restore took', async () => {
    const found = [{ id: 1, update: Y.encodeStateAsUpdate(written()), epoch: 'e0', client: 7 }]
    const line = new DraftLine(name, { of, found })
    open.push(line)
    server.knows = false
    newest().opens()
    await pass(0)
    expect([line.state().stopped, textOf(line), shelf.forgetDraft.mock.calls.length]).toEqual(['restored', 'Kính gửi', 0])
  })

  it('is refused where it has read nothing', async () => {
    const line = new DraftLine(name, { of, found: [] })
    open.push(line)
    server.knows = false
    newest().opens()
    await pass(0)
    expect(line.state()).toMatchObject({ refused: true, loaded: false, stopped: null })
  })
})
