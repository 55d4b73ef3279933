// Unmodified clients, the same for every server.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'

export const socketTo = (address) => new HocuspocusProviderWebsocket({ url: address, WebSocketPolyfill: WebSocket })

/** A client of the draft, when it has all that the server has; by a socket of its own unless one is given. */
export const open = ({ document: name, address, token }, socket) => new Promise((resolve) => {
  const own = socket ?? socketTo(address)
  const document = new Y.Doc()
  const provider = new HocuspocusProvider({
    websocketProvider: own, name, document, token,
    onSynced: () => resolve({ document, provider, close: () => { provider.destroy(); if (!socket) own.destroy() } }),
  })
  provider.attach()
})

/** Does the work for each of the list, so many at once; what came of each, in the order of the list. */
export const each = async (list, atOnce, work) => {
  const made = []
  let next = 0
  const worker = async () => { while (next < list.length) { const place = next++; made[place] = await work(list[place], place) } }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return made
}

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
