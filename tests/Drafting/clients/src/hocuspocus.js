// Editors over Hocuspocus; several may share a socket.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { Editor } from './editor.js'
import { Line } from './line.js'
import { mintWhenPossible, shuffled } from './ticket.js'

const address = (node) => `${node.replace(/^http/, 'ws')}/api/drafting`

export const openSocket = (nodes) => {
  const socket = new HocuspocusProviderWebsocket({
    url: address(shuffled(nodes)[0]),
    WebSocketPolyfill: Line,
    delay: 200,
    minDelay: 100,
    maxDelay: 2_000,
  })
  // The next connection goes to any node.
  socket.on('close', () => { socket.configuration.url = address(shuffled(nodes)[0]) })
  return socket
}

export const openHocuspocus = ({ name, nodes, cookie, document, socket, ticket, user, clientId, sessionAwareness }) => {
  const editor = new Editor(name, clientId)
  const own = socket ?? openSocket(nodes)
  let isOpen = true
  editor.isTold = true
  // The next line asks for a ticket of its own; two shown on one would begin it twice.
  const ticketOf = async (line) => {
    const minted = await mintWhenPossible(nodes, cookie, document, () => isOpen && own.webSocket === line)
    return isOpen && own.webSocket !== line ? new Promise(() => {}) : minted
  }
  editor.provider = new HocuspocusProvider({
    websocketProvider: own,
    name: document,
    document: editor.document,
    sessionAwareness,
    token: () => ticket ?? ticketOf(own.webSocket),
    onAuthenticated: ({ scope }) => { editor.scope = scope },
    onAuthenticationFailed: () => { editor.denials++ },
    onUnsyncedChanges: ({ number }) => { if (number === 0) editor.saved = editor.typed },
    onStateless: ({ payload }) => { editor.told.push(payload) },
    onClose: ({ event }) => { editor.closes.push(event.code) },
  })
  editor.provider.attach()
  editor.awareness = editor.provider.awareness
  if (user) editor.awareness.setLocalStateField('user', user)
  editor.isSynced = () => editor.provider.isSynced
  editor.unsaved = () => editor.provider.unsyncedChanges
  editor.cut = () => own.webSocket?.terminate()
  editor.leave = () => {
    isOpen = false
    editor.provider.destroy()
    if (!socket) own.destroy()
  }
  return editor
}
