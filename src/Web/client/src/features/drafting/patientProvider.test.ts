import type { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PatientProvider } from './patientProvider'

const name = 'd'
const frameBytesMax = 1_000_000
const open: PatientProvider[] = []
afterEach(() => open.splice(0).forEach((provider) => provider.destroy()))

/** A provider on a line that takes down what is sent. */
function opened(document: Y.Doc, readyState: number = WebSocket.OPEN, token: string | (() => Promise<string>) = '') {
  const sent: Uint8Array[] = []
  const quiet = () => {}
  const line = { webSocket: { readyState }, on: quiet, off: quiet, attach: quiet, detach: quiet, send: (frame: Uint8Array) => sent.push(frame) }
  const provider = new PatientProvider({ websocketProvider: line as unknown as HocuspocusProviderWebsocket, name, document, token })
  provider.attach()
  open.push(provider)
  return { provider, sent, line }
}

/** The kinds of the frames that carry text: 1 for a second step, 2 for an update; and what they say together. */
function read(frames: Uint8Array[]) {
  const there = new Y.Doc()
  const kinds: number[] = []
  for (const frame of frames) {
    expect(frame.byteLength).toBeLessThan(frameBytesMax)
    const decoder = createDecoder(frame)
    readVarString(decoder)
    if (readVarUint(decoder) !== 0) continue
    const kind = readVarUint(decoder)
    if (kind === 0) continue
    kinds.push(kind)
    Y.applyUpdate(there, readVarUint8Array(decoder))
    expect(there.store.pendingStructs).toBeNull()
  }
  return { kinds, text: there.getText('t').toString() }
}

/** The server asks what it lacks, and it lacks everything. */
function firstStep(): MessageEvent {
  const encoder = createEncoder()
  writeVarString(encoder, name)
  writeVarUint(encoder, 0)
  writeVarUint(encoder, 0)
  writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()))
  return new MessageEvent('message', { data: toUint8Array(encoder) })
}

describe('what is too much for one frame', () => {
  const long = 'ế'.repeat(700_000)

  it('goes out in several updates, each of which is counted until it is saved', () => {
    const doc = new Y.Doc()
    const { provider, sent } = opened(doc)
    doc.getText('t').insert(0, long)
    const { kinds, text } = read(sent)
    expect(text).toBe(long)
    expect([kinds.length > 1, new Set(kinds), provider.unsyncedChanges]).toEqual([true, new Set([2]), kinds.length])
  })

  it('is sent on return as a second step with updates behind it', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, long)
    const { provider, sent } = opened(doc)
    provider.onMessage(firstStep())
    const { kinds, text } = read(sent)
    expect([text === long, kinds[0], new Set(kinds.slice(1))]).toEqual([true, 1, new Set([2])])
    // The exchange itself is counted when it begins.
    expect(provider.unsyncedChanges).toBe(kinds.length - 1)
  })
})

describe('what is said to a closed line', () => {
  it.each([WebSocket.CONNECTING, WebSocket.CLOSING, WebSocket.CLOSED])('does not wait for the next one, which asks for all of it: state %i', (readyState) => {
    const doc = new Y.Doc()
    const { provider, sent } = opened(doc, readyState)
    doc.getText('t').insert(0, 'Kính gửi')
    expect([sent, provider.unsyncedChanges]).toEqual([[], 1])
  })
})

describe('a ticket', () => {
  it('that comes when its line is no more is not shown on the next one', async () => {
    const asked: ((ticket: string) => void)[] = []
    const { provider, sent, line } = opened(new Y.Doc(), WebSocket.OPEN, () => new Promise((given) => asked.push(given)))
    void provider.open()
    line.webSocket = { readyState: WebSocket.OPEN }
    const isOpen = provider.open()
    asked[0]!('late')
    asked[1]!('own')
    await isOpen
    const shown = sent.map((frame) => /late|own/.exec(new TextDecoder().decode(frame))?.[0])
    expect(shown.filter(Boolean)).toEqual(['own'])
  })
})
