// Editors under the command of a test: one JSON object a line in, one answer a line out, under the same id.
import { createInterface } from 'node:readline'
import WebSocket from 'ws'
import { attack, bomb, forge, send } from './attack.js'
import { Delays } from './delays.js'
import { openHocuspocus, openSocket } from './hocuspocus.js'
import { jsonOf } from './prosemirror.js'
import { prepare, replay } from './replay.js'
import { openWebsocket } from './websocket.js'

// Answers go out by the standard output, where Yjs would say in between that it changed a client id.
console.log = console.error

const editors = new Map()
const sockets = new Map()
const raws = new Map()
let delays = null
let prepared = null

/** Looks until the condition holds; the value it gave, or an error that says what was seen last. */
const until = async (look, milliseconds, seen) => {
  const end = Date.now() + milliseconds
  for (;;) {
    const value = look()
    if (value) return value
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${JSON.stringify(seen?.())}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const of = (command) => editors.get(command.name) ?? (() => { throw new Error(`no ${command.name}`) })()
const seen = (editor) => ({
  text: editor.text().slice(-300), scope: editor.scope, denials: editor.denials, closes: editor.closes,
  unsaved: editor.unsaved(), synced: editor.isSynced(), others: editor.others().length,
})

const commands = {
  open(command) {
    const socket = command.socket && (sockets.get(command.socket) ?? sockets.set(command.socket, openSocket(command.nodes)).get(command.socket))
    const sessionAwareness = command.protocol === 'hocuspocusSessions'
    editors.set(command.name, command.protocol === 'websocket' ? openWebsocket(command) : openHocuspocus({ ...command, socket, sessionAwareness }))
    return editors.get(command.name).document.clientID
  },
  type: (command) => { of(command).type(command.letters); return of(command).typed },
  /** Types while the connection is down, which it is for at least the 100 ms that the client waits. */
  async typeAway(command) {
    const editor = of(command)
    const closes = editor.closes.length
    editor.cut()
    await until(() => editor.closes.length > closes, 30_000)
    editor.type(command.letters)
  },
  paste: (command) => of(command).paste(command.letters),
  /** Takes away what the client wrote. */
  wipe: (command) => of(command).wipe(),
  state: (command) => ({ ...seen(of(command)), digest: of(command).digest(), saved: of(command).saved, typed: of(command).typed }),
  others: (command) => of(command).others(),
  say: (command) => { of(command).awareness.setLocalStateField(command.field, command.value) },
  cut: (command) => of(command).cut(),
  leave: (command) => { of(command).leave(); editors.delete(command.name) },
  words: (command) => of(command).wordsOf(command.of),
  until: (command) => {
    const editor = of(command)
    const looks = {
      synced: () => editor.isSynced(),
      saved: () => editor.unsaved() === 0 && (editor.saved === editor.typed || !editor.isTold),
      scope: () => editor.scope === command.value,
      denied: () => editor.denials >= command.value,
      closed: () => editor.closes.includes(command.value),
      text: () => editor.text().includes(command.value),
      others: () => editor.others().length === command.value,
      told: () => editor.told.includes(command.value),
      word: () => editor.others().some((other) => other.word === command.value),
      other: () => editor.others().find((other) => other.user?.name === command.value),
      equal: () => [...editors.values()].every((other) => other.digest() === editor.digest()),
    }
    return until(looks[command.what], command.milliseconds, () => seen(editor))
  },
  /** Types and cuts connections at random until told to stop. */
  traffic(command) {
    const stop = { typed: 0 }
    const step = () => {
      if (stop.isOver) return
      for (const editor of editors.values()) {
        if (Math.random() < command.typing) editor.type(1)
        if (Math.random() < command.cutting) editor.cut()
      }
      setTimeout(step, command.every)
    }
    commands.stop = () => { stop.isOver = true }
    step()
  },
  /** Waits until so many more letters were typed. */
  untilTyped(command) {
    const typed = () => [...editors.values()].reduce((sum, editor) => sum + editor.typed, 0)
    const from = typed()
    return until(() => typed() >= from + command.letters, command.milliseconds, typed)
  },
  /** One types and another measures, until told to stop: what was seen within which time. */
  measure: (command) => { delays = new Delays(editors.get(command.from), editors.get(command.to), command.every) },
  measured: () => delays.end(),
  /** Makes the updates of a recorded history while no editor is open: meanwhile this process answers no server. */
  prepare: (command) => { prepared = prepare(command.file, command.keys, command.authors) },
  /** The named editors type the prepared history. */
  replay: (command) => replay(command.names.map((name) => editors.get(name)), prepared, (look) => until(look, 60_000)),
  client: (command) => of(command).document.clientID,
  paragraph: (command) => of(command).fragment.get(0).get(0).toString(),
  prosemirror: (command) => jsonOf(of(command).fragment),
  /** How many clients have written in the draft, as far as this one knows. */
  writers: (command) => of(command).document.store.clients.size,
  /** All that the client knows, for who knows how to misuse it. */
  known: (command) => of(command).known(),
  attack,
  bomb,
  forge,
  send,
  names: () => [...editors.keys()],
  /** For each editor what was typed and what is known to be saved. */
  tally: () => [...editors].map(([name, editor]) => ({ name, typed: editor.typed, saved: editor.saved })),
  /** A socket on which the test writes frames itself. */
  raw(command) {
    const socket = new WebSocket(command.url, { headers: command.headers ?? {} })
    const raw = { socket, frames: [], code: 0 }
    socket.on('message', (data) => raw.frames.push([...data]))
    socket.on('close', (code) => { raw.code = code })
    socket.on('unexpected-response', (_, answer) => { raw.code = answer.statusCode })
    socket.on('error', () => { raw.code ||= -1 })
    raws.set(command.name, raw)
    return until(() => socket.readyState === WebSocket.OPEN || raw.code !== 0, 30_000)
  },
  write: (command) => raws.get(command.name).socket.send(new Uint8Array(command.bytes)),
  writeText: (command) => raws.get(command.name).socket.send(command.text),
  /** Many bytes in one message. */
  flood: (command) => raws.get(command.name).socket.send(new Uint8Array(command.count).fill(1)),
  pause: (command) => raws.get(command.name).socket.pause(),
  resume: (command) => raws.get(command.name).socket.resume(),
  frames: (command) => raws.get(command.name).frames,
  untilCode: (command) => until(() => raws.get(command.name).code, command.milliseconds, () => raws.get(command.name).frames.length),
}

createInterface({ input: process.stdin }).on('line', async (line) => {
  const command = JSON.parse(line)
  try {
    const value = await commands[command.do](command)
    process.stdout.write(`${JSON.stringify({ id: command.id, value: value ?? null })}\n`)
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ id: command.id, error: String(error?.message ?? error) })}\n`)
  }
}).on('close', () => process.exit(0))
