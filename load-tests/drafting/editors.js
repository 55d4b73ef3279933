// So many editors type into each of so many drafts:
//   editors.js --name NAME --url URL --drafts N --editors N --rate LETTERS-A-SECOND --warm-up N --seconds N --server PID
//     [--store PID] [--sessions FILE] [--carets no] [--out FILE]
// With sessions the server is ours. Prints the CPU time of the server and of the database beside it for 1,000 updates, and
// how long a letter is on its way to the first editor of its draft; --out gets both second by second.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as Y from 'yjs'
import { each, open, socketTo, wait } from './client.js'
import { drafts } from './office.js'
import { cpu, quantile, resident } from './process.js'

const text = { type: 'string' }
const { values: options } = parseArgs({
  options: { name: text, url: text, drafts: text, editors: text, rate: text, 'warm-up': text, seconds: text, server: text, store: text, sessions: text, carets: text, out: text },
})
const [editorsOfDraft, rate, seconds] = [options.editors, options.rate, options.seconds].map(Number)

/** A node takes 1,000 sockets; more editors share them, each socket with several drafts. */
const socketsMax = 800
const openedAtOnce = 20

const sentAt = new Map()
let delays = []
let typed = 0

const watch = ({ document }) => document.on('update', (update) => {
  const now = performance.now()
  for (const { id } of Y.decodeUpdate(update).structs) {
    const key = `${id.client} ${id.clock}`
    if (sentAt.has(key)) delays.push(now - sentAt.get(key))
    sentAt.delete(key)
  }
})

const begin = (editor, place) => {
  editor.text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [editor.text])
  editor.document.getXmlFragment('default').push([paragraph])
  editor.provider.awareness.setLocalStateField('user', { name: `editor ${place}`, color: '#345' })
}

const type = (editor) => {
  const { clientID, store } = editor.document
  if (!editor.isWatcher) sentAt.set(`${clientID} ${Y.getState(store, clientID)}`, performance.now())
  editor.text.insert(editor.text.length, 'a')
  if (options.carets !== 'no') editor.provider.awareness.setLocalStateField('cursor', { anchor: editor.text.length, head: editor.text.length })
  typed++
}

const all = await drafts(options.url, Number(options.drafts), options.sessions)
const groups = Math.min(all.length, Math.max(1, Math.floor(socketsMax / editorsOfDraft)))
const sockets = new Map()
const socketOf = (draft, editor) => {
  const key = `${draft % groups} ${editor}`
  return sockets.get(key) ?? sockets.set(key, socketTo(all[draft].address)).get(key)
}
const places = all.flatMap((_, draft) => Array.from({ length: editorsOfDraft }, (_, editor) => ({ draft, editor })))
const people = await each(places, openedAtOnce, async ({ draft, editor }, place) => {
  const one = await open(all[draft], socketOf(draft, editor))
  one.isWatcher = editor === 0
  if (one.isWatcher) watch(one)
  begin(one, place)
  return one
})
for (const [place, editor] of people.entries())
  setTimeout(() => setInterval(() => type(editor), 1_000 / rate), (place * 1_000) / rate / people.length)

await wait(Number(options['warm-up']) * 1_000)
const lines = { 'Server': { unit: 'cores', points: [] }, 'Database': { unit: 'cores', points: [] }, 'Memory of the server': { unit: 'MB', points: [] }, 'Half of the letters took at most': { unit: 'ms', points: [] }, '99 % of the letters took at most': { unit: 'ms', points: [] } }
const times = []
const start = { typed, server: cpu(options.server), store: cpu(options.store), at: performance.now() }
let before = start
delays = []
for (let second = 1; second <= seconds; second++) {
  await wait(start.at + second * 1_000 - performance.now())
  const now = { typed, server: cpu(options.server), store: cpu(options.store), at: performance.now() }
  const seen = delays.sort((a, b) => a - b)
  delays = []
  times.push(...seen)
  const values = [
    (now.server - before.server) / (now.at - before.at), (now.store - before.store) / (now.at - before.at), resident(options.server),
    quantile(seen, 0.5), quantile(seen, 0.99),
  ]
  Object.values(lines).forEach(({ points }, line) => points.push([second, values[line]]))
  before = now
}

const updates = before.typed - start.typed
const perThousand = (from, to) => ((to - from) / updates) * 1_000
times.sort((a, b) => a - b)
const result = {
  name: options.name,
  updates,
  perSecond: updates / seconds,
  serverMs: perThousand(start.server, before.server),
  storeMs: perThousand(start.store, before.store),
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  residentMb: resident(options.server),
  lines,
}
console.log(
  `${result.name.padEnd(20)} ${updates} updates (${result.perSecond.toFixed(0)}/s); CPU ms per 1,000: server ${result.serverMs.toFixed(0)}, ` +
  `database ${result.storeMs.toFixed(0)}; relay p50 ${result.p50.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms (${times.length} seen); ${result.residentMb.toFixed(0)} MB`)
if (options.out) writeFileSync(options.out, JSON.stringify(result))
process.exit(0)
