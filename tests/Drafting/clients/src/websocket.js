// Editors over y-websocket: the ticket stands in the address, so each connection needs another one.
import { WebsocketProvider, messageAuth } from 'y-websocket'
import { Editor } from './editor.js'
import { Line } from './line.js'
import { mintWhenPossible, shuffled } from './ticket.js'

export const openWebsocket = ({ name, nodes, cookie, document, ticket, user, clientId }) => {
  const editor = new Editor(name, clientId)
  let isOpen = true
  const provider = new WebsocketProvider('ws://none', document, editor.document, {
    WebSocketPolyfill: Line,
    disableBc: true,
    connect: false,
    maxBackoffTime: 1_000,
  })
  // What it does with a no is to print its address, and the ticket in it, into the tests' logs.
  provider.messageHandlers[messageAuth] = () => {}
  const connect = async () => {
    const next = ticket ?? await mintWhenPossible(nodes, cookie, document, () => isOpen)
    if (!isOpen) return
    provider.serverUrl = `${shuffled(nodes)[0].replace(/^http/, 'ws')}/api/drafting`
    provider.params = { ticket: next }
    provider.connect()
  }
  provider.on('connection-close', (event) => {
    if (event) editor.closes.push(event.code)
    provider.shouldConnect = false
    if (!ticket) connect()
  })
  editor.provider = provider
  editor.awareness = provider.awareness
  if (user) editor.awareness.setLocalStateField('user', user)
  editor.isSynced = () => provider.synced
  // There is no word for saved: the server tells an author only by sending the update to everybody.
  editor.unsaved = () => 0
  editor.cut = () => provider.ws?.terminate()
  editor.leave = () => {
    isOpen = false
    provider.destroy()
  }
  connect()
  return editor
}
