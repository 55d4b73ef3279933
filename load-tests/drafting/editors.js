// So many editors type into one draft, with a caret message for each letter, and one more watches:
//   editors.js NAME URL EDITORS SECONDS SERVER-PID STORE-PID [PASSWORD-FILE]
// With a password file the server is ours: the draft is composed and opened by tickets. Prints the CPU time of the server
// and of the database beside it for 1,000 updates, and how long a letter is on its way to the watcher.
import { readFileSync } from 'node:fs'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'

const [name, url, editors, seconds, serverPid, storePid, passwordFile] = process.argv.slice(2)
const lettersPerSecond = 5
const ticksPerSecond = 100

/** CPU time of the process and, for a database, of its children, in milliseconds. */
const cpu = (pid) => {
  if (!Number(pid)) return 0
  const fields = (id) => readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  const own = fields(pid)
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  const all = [own, ...children.map(fields)]
  return all.reduce((sum, stat) => sum + Number(stat[11]) + Number(stat[12]), Number(own[13]) + Number(own[14])) * 1_000 / ticksPerSecond
}

const post = async (path, cookie, body) => {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

/** The draft's name, the address of its sockets, and how a token is got. */
const draft = async () => {
  if (!passwordFile) return { document: 'draft', address: url.replace(/^http/, 'ws'), token: () => 'none' }
  const password = readFileSync(passwordFile, 'utf8').trim()
  const session = await post('/api/session', null, { signIn: 'clerk.tw', password })
  const cookie = session.headers.get('set-cookie').split(';')[0]
  const composed = await post('/api/documents', cookie, { type: 'CV', abstract: 'Soạn chung', body: '', urgency: 'normal', secrecy: 'normal', together: true })
  const document = (await composed.json()).stream
  return {
    document,
    address: `${url.replace(/^http/, 'ws')}/api/drafting`,
    token: async () => (await (await post(`/api/drafting/${document}/tickets`, cookie, {})).json()).ticket,
  }
}

const { document, address, token } = await draft()
const sentAt = new Map()
const delays = []
let isMeasured = false

const open = () => new Promise((resolve) => {
  const doc = new Y.Doc()
  const provider = new HocuspocusProvider({
    websocketProvider: new HocuspocusProviderWebsocket({ url: address, WebSocketPolyfill: WebSocket }),
    name: document, document: doc, token, onSynced: () => resolve({ doc, provider }),
  })
  provider.attach()
})

const watcher = await open()
watcher.doc.on('update', (update) => {
  const now = performance.now()
  for (const struct of Y.decodeUpdate(update).structs) {
    const key = `${struct.id.client} ${struct.id.clock}`
    if (isMeasured && sentAt.has(key)) delays.push(now - sentAt.get(key))
    sentAt.delete(key)
  }
})

const all = []
for (let count = 0; count < Number(editors); count++) {
  const editor = await open()
  editor.text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [editor.text])
  editor.doc.getXmlFragment('default').push([paragraph])
  editor.provider.awareness.setLocalStateField('user', { name: `editor ${count}`, color: '#345' })
  all.push(editor)
}

let typed = 0
const type = (editor) => {
  const clock = Y.getState(editor.doc.store, editor.doc.clientID)
  sentAt.set(`${editor.doc.clientID} ${clock}`, performance.now())
  editor.text.insert(editor.text.length, 'a')
  editor.provider.awareness.setLocalStateField('cursor', { anchor: editor.text.length, head: editor.text.length })
  typed++
}

for (const [place, editor] of all.entries())
  setTimeout(() => setInterval(() => type(editor), 1_000 / lettersPerSecond), (place * 1_000) / lettersPerSecond / all.length)

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
await wait(5_000)
isMeasured = true
const [typedBefore, serverBefore, storeBefore] = [typed, cpu(serverPid), cpu(storePid)]
await wait(Number(seconds) * 1_000)
const updates = typed - typedBefore
const [server, store] = [cpu(serverPid) - serverBefore, cpu(storePid) - storeBefore]
delays.sort((a, b) => a - b)
const at = (share) => delays[Math.floor(delays.length * share)]?.toFixed(1)
console.log(
  `${name.padEnd(20)} ${updates} updates (${(updates / Number(seconds)).toFixed(0)}/s); CPU ms per 1,000: server ${(server / updates * 1_000).toFixed(0)}, ` +
  `database ${(store / updates * 1_000).toFixed(0)}; relay p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${delays.length} seen)`)
process.exit(0)
