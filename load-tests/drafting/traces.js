// A recorded history is typed through a server by its authors; then newcomers come, one by one and all at once:
//   traces.js --name NAME --url URL --history NAME --authors N --server PID [--store PID] [--sessions FILE] [--draft FILE]
// With sessions the server is ours, and --draft keeps the draft's id. With --cold the draft is in that file already, and
// nobody has had it open since the server started: one newcomer, for whom it is read from the tables.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { turns } from '../../tests/Yjs/traces/author.mjs'
import { each, open, wait } from './client.js'
import { cookiesOf, known, made, opened } from './office.js'
import { cpu, quantile, resident } from './process.js'

const text = { type: 'string' }
const { values: options } = parseArgs({
  options: { name: text, url: text, history: text, authors: text, server: text, store: text, sessions: text, draft: text, cold: { type: 'boolean' } },
})

/** Keystrokes in one update: our sockets are read 50 updates a second. */
const keys = 10
const joiners = 30
const atOnce = 100

const file = gunzipSync(readFileSync(new URL(`../../tests/Yjs/traces/${options.history}.json.gz`, import.meta.url))).toString()
const end = JSON.parse(file).endContent

const join = async (draft) => {
  const began = performance.now()
  const client = await open(draft)
  const took = performance.now() - began
  const shown = client.document.getXmlFragment('default').get(0).get(0).toString()
  if (shown !== end) throw new Error(`${options.history}: a newcomer is shown ${shown.length} letters, which are not those of the history.`)
  client.close()
  return took
}

const until = async (look) => { while (!look()) await wait(1) }

const type = async (draft) => {
  const authors = await each(Array.from({ length: Number(options.authors) }), 1, () => open(draft))
  const said = new Map()
  const made = turns(Y, file, { keys, authors: authors.length })
  for (const { number, updates } of made) {
    const { document } = authors[number]
    await until(() => [...said].every(([client, clock]) => Y.getState(document.store, client) >= clock))
    document.transact(() => { for (const update of updates) Y.applyUpdate(document, update) })
    said.set(1_000 + number, Y.getState(document.store, 1_000 + number))
  }
  await until(() => authors.every(({ provider }) => provider.unsyncedChanges === 0))
  return { authors, updates: made.length }
}

const measured = async (act) => {
  const [server, store, began] = [cpu(options.server), cpu(options.store), performance.now()]
  const made = await act()
  return { made, server: cpu(options.server) - server, store: cpu(options.store) - store, seconds: (performance.now() - began) / 1_000 }
}

const joined = async () => {
  const took = []
  for (let joiner = 0; joiner < joiners; joiner++) took.push(await join(draft))
  return took.sort((a, b) => a - b)
}

const row = (...cells) => console.log(cells.map((cell, place) => (place < 2 ? cell.padEnd(20) : String(cell).padStart(12))).join(''))
const number = (value, digits = 1) => value.toFixed(digits)

if (options.cold) {
  const draft = known(options.url, cookiesOf(options.sessions), readFileSync(options.draft, 'utf8'))
  const cold = await measured(() => join(draft))
  console.log(`${options.name}, ${options.history}: read from the tables and shown to the first newcomer within ${number(cold.made)} ms, ${number(cold.server, 0)} ms of CPU`)
  process.exit(0)
}

const [draft] = opened(options.url, await made(options.url, 1, options.sessions), options.sessions)
if (options.draft) writeFileSync(options.draft, draft.document)
const before = resident(options.server)
const typing = await measured(() => type(draft))
const grown = resident(options.server) - before
// The first are for the compilers.
await joined()
const one = await measured(joined)
const all = await measured(() => each(Array.from({ length: atOnce }), atOnce, () => join(draft)))
const { updates } = typing.made
row('history', 'server', 'updates', 'seconds', 'CPU s', 'database', 'RSS + MB', 'join p50 ms', 'CPU ms', `${atOnce}: last ms`)
row(options.history, options.name, updates, number(typing.seconds), number(typing.server / 1_000), number(typing.store / 1_000), number(grown),
  number(quantile(one.made, 0.5)), number(one.server / joiners), number(Math.max(...all.made), 0))
process.exit(0)
