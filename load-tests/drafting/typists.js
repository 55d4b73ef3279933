// Some of the editors, in a process of their own. Told by editors.js in two messages: who they are, and when to begin; tells
// it every second what they typed and, when they watch, what they saw, each with the machine's monotonic clock.
import * as Y from 'yjs'
import { each, open, socketTo } from './client.js'
import { opened } from './office.js'

/** A node takes 1,000 sockets; more editors share them, each socket with several drafts. */
const socketsMax = 800
const openedAtOnce = 10
const reportEvery = 1_000

const now = () => Number(process.hrtime.bigint()) / 1e6

const come = async ({ url, sessions, documents, editors, from, to, rate, carets, watches }) => {
  const all = opened(url, documents, sessions)
  const groups = Math.min(all.length, Math.max(1, Math.floor(socketsMax / editors)))
  const sockets = new Map()
  const socketOf = (draft, editor) => {
    const key = `${draft % groups} ${editor}`
    return sockets.get(key) ?? sockets.set(key, socketTo(all[draft].address)).get(key)
  }
  const said = { typed: 0, sent: [], seen: [] }

  const watch = ({ document }) => document.on('update', (update) => {
    const at = now()
    for (const { id } of Y.decodeUpdate(update).structs) said.seen.push(`${id.client} ${id.clock}`, at)
  })

  const begin = (editor, place) => {
    editor.text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [editor.text])
    editor.document.getXmlFragment('default').push([paragraph])
    editor.provider.awareness.setLocalStateField('user', { name: `editor ${place}`, color: '#345' })
  }

  const type = ({ document, provider, text }) => {
    if (!watches) said.sent.push(`${document.clientID} ${Y.getState(document.store, document.clientID)}`, now())
    text.insert(text.length, 'a')
    if (carets) provider.awareness.setLocalStateField('cursor', { anchor: text.length, head: text.length })
    said.typed++
  }

  const places = all.flatMap((_, draft) => Array.from({ length: to - from }, (_, place) => ({ draft, editor: from + place })))
  const people = await each(places, openedAtOnce, async ({ draft, editor }) => {
    const one = await open(all[draft], socketOf(draft, editor))
    if (watches) watch(one)
    one.place = draft * editors + editor
    begin(one, one.place)
    return one
  })
  const everybody = all.length * editors
  return () => {
    for (const one of people) setTimeout(() => setInterval(() => type(one), 1_000 / rate), (one.place * 1_000) / rate / everybody)
    setInterval(() => process.send({ at: now(), typed: said.typed, sent: said.sent.splice(0), seen: said.seen.splice(0) }), reportEvery)
  }
}

let start
process.on('message', async (told) => {
  if (told === 'begin') return start()
  start = await come(told)
  process.send('there')
})
process.on('disconnect', () => process.exit(0))
