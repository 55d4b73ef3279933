// So many editors type into each of so many drafts:
//   editors.js --name NAME --url URL --drafts N --editors N --rate LETTERS-A-SECOND --warm-up N --seconds N --server PID
//     [--store PID] [--sessions FILE] [--carets no] [--out FILE]
// With sessions the server is ours. Prints the CPU time of the server and of the database beside it for 1,000 updates, and
// how long a letter is on its way to the first editor of its draft; --out gets both second by second. The first editors
// have a process of their own: in the one that types, a letter would wait for its turn among the messages of all the others.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parseArgs } from 'node:util'
import { wait } from './client.js'
import { made } from './office.js'
import { cpu, quantile, resident } from './process.js'

const text = { type: 'string' }
const { values: options } = parseArgs({
  options: { name: text, url: text, drafts: text, editors: text, rate: text, 'warm-up': text, seconds: text, server: text, store: text, sessions: text, carets: text, out: text },
})
const [editorsOfDraft, rate, seconds] = [options.editors, options.rate, options.seconds].map(Number)

/** For each process of editors, how many letters it had typed at which moments. */
const reports = []
const sentAt = new Map()
const seenAt = new Map()
/** When a letter was seen, and how long it took. */
const ways = []

const note = (list, own, other, way) => {
  for (let place = 0; place < list.length; place += 2) {
    const [letter, at] = [list[place], list[place + 1]]
    if (other.has(letter)) ways.push(way(at, other.get(letter)))
    else own.set(letter, at)
    other.delete(letter)
  }
}

const documents = await made(options.url, Number(options.drafts), options.sessions)
const stop = (error) => { throw error }
const invite = async (from, to, watches) => {
  const process = fork(new URL('typists.js', import.meta.url))
  if (!watches) setPriority(process.pid, 10)
  process.on('exit', () => stop(new Error('a process of editors ended')))
  process.send({ url: options.url, sessions: options.sessions, documents, editors: editorsOfDraft, from, to, rate, carets: options.carets !== 'no', watches })
  await once(process, 'message')
  const typed = [{ at: 0, typed: 0 }]
  reports.push(typed)
  process.on('message', (said) => {
    typed.push({ at: said.at, typed: said.typed })
    note(said.sent, sentAt, seenAt, (sent, seen) => [seen, seen - sent])
    note(said.seen, seenAt, sentAt, (seen, sent) => [seen, seen - sent])
  })
  return process
}
const half = Math.ceil((editorsOfDraft + 1) / 2)
const processes = await Promise.all([invite(0, 1, true), invite(1, half, false), invite(half, editorsOfDraft, false)])
for (const process of processes) process.send('begin')

await wait(Number(options['warm-up']) * 1_000)
const look = () => ({ server: cpu(options.server), store: cpu(options.store), editors: processes.map(({ pid }) => cpu(pid)), at: performance.now(), clock: Number(process.hrtime.bigint()) / 1e6 })
const lines = { 'Server': { unit: 'cores', points: [] }, 'Database': { unit: 'cores', points: [] }, 'Memory of the server': { unit: 'MB', points: [] }, 'Half of the letters took at most': { unit: 'ms', points: [] }, '99 % of the letters took at most': { unit: 'ms', points: [] } }
const looks = [look()]
const start = looks[0]
const memory = []
for (let second = 1; second <= seconds; second++) {
  await wait(start.at + second * 1_000 - performance.now())
  looks.push(look())
  memory.push(resident(options.server))
}
const end = looks.at(-1)
// What was seen in the last second is told in the next.
await wait(1_500)
processes.forEach((process) => process.removeAllListeners('exit').kill())

const waysOf = (from, to) => ways.filter(([seen]) => seen >= from.clock && seen < to.clock).map(([, took]) => took).sort((a, b) => a - b)
for (let second = 1; second <= seconds; second++) {
  const [before, now] = [looks[second - 1], looks[second]]
  const took = waysOf(before, now)
  const values = [(now.server - before.server) / (now.at - before.at), (now.store - before.store) / (now.at - before.at), memory[second - 1], quantile(took, 0.5), quantile(took, 0.99)]
  Object.values(lines).forEach(({ points }, line) => points.push([second, values[line]]))
}

/** Between two reports editors type evenly. */
const typedUntil = (clock) => reports.reduce((sum, typed) => {
  const next = typed.findIndex(({ at }) => at >= clock)
  const [from, to] = [typed.at(next - 1), typed.at(next)]
  return sum + from.typed + ((clock - from.at) / (to.at - from.at)) * (to.typed - from.typed)
}, 0)
const updates = Math.round(typedUntil(end.clock) - typedUntil(start.clock))
const perThousand = (from, to) => ((to - from) / updates) * 1_000
const times = waysOf(start, end)
const busy = end.editors.map((cpu, one) => (cpu - start.editors[one]) / (end.at - start.at))
const result = {
  name: options.name,
  updates,
  perSecond: updates / seconds,
  serverMs: perThousand(start.server, end.server),
  storeMs: perThousand(start.store, end.store),
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  residentMb: resident(options.server),
  lines,
}
console.log(
  `${result.name.padEnd(20)} ${updates} updates (${result.perSecond.toFixed(0)}/s); CPU ms per 1,000: server ${result.serverMs.toFixed(0)}, ` +
  `database ${result.storeMs.toFixed(0)}; relay p50 ${result.p50.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms (${times.length} seen); ` +
  `${result.residentMb.toFixed(0)} MB; cores of the editors: watching ${busy[0].toFixed(2)}, typing ${busy.slice(1).map((cores) => cores.toFixed(2)).join(' + ')}`)
if (options.out) writeFileSync(options.out, JSON.stringify(result))
process.exit(0)
