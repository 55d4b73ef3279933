// Hostile clients: frames of Hocuspocus written by hand, on sockets that were opened as everybody's are.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { bombs } from './bombs.js'
import { authored, mutated } from './faulty.js'
import { Random } from './random.js'
import { mintWhenPossible, shuffled } from './ticket.js'

const syncFrame = 0, authenticationFrame = 2, statusFrame = 8
const updateStep = 2, token = 0, accepted = 2

/** What a socket is read at once: more would wait. */
const atOnce = 96
const faultyOfFour = 3

const answeredMs = 60_000

/** The code of a socket that ended without a word. */
const cut = 1006

const frame = (document, type, write) => encoding.encode((encoder) => {
  encoding.writeVarString(encoder, document)
  encoding.writeVarUint(encoder, type)
  write(encoder)
})

const updateFrame = (document, update) => frame(document, syncFrame, (encoder) => {
  encoding.writeVarUint(encoder, updateStep)
  encoding.writeVarUint8Array(encoder, update)
})

/**
 * Opens the draft, sends these updates at once, and waits until the socket is closed or, unless it must be, each is
 * answered. How many were saved and how many refused as far as that was said, and the code of the close, 0 while it is open.
 */
const put = async ({ nodes, cookie, document }, updates, mustClose = false) => {
  const node = shuffled(nodes)[0]
  const ticket = await mintWhenPossible(nodes, cookie, document, () => true)
  const socket = new WebSocket(`${node.replace(/^http/, 'ws')}/api/drafting`)
  const seen = { saved: 0, refused: 0, code: 0 }
  let limit
  await new Promise((resolve, reject) => {
    limit = setTimeout(
      () => reject(new Error(`${updates.length} updates neither answered nor closed upon in ${answeredMs} ms: ${JSON.stringify(seen)}`)), answeredMs)
    socket.on('open', () => socket.send(frame(document, authenticationFrame, (encoder) => {
      encoding.writeVarUint(encoder, token)
      encoding.writeVarString(encoder, ticket)
    })))
    socket.on('message', (data) => {
      const decoder = decoding.createDecoder(data)
      decoding.readVarString(decoder)
      const type = decoding.readVarUint(decoder)
      if (type === authenticationFrame && decoding.readVarUint(decoder) === accepted) {
        for (const update of updates) socket.send(updateFrame(document, update))
      } else if (type === statusFrame) {
        if (decoding.readVarUint(decoder) === 1) seen.saved++
        else seen.refused++
        if (!mustClose && seen.saved + seen.refused === updates.length) resolve()
      }
    })
    socket.on('close', (code) => {
      seen.code = code
      resolve()
    })
    socket.on('error', (error) => reject(new Error(`${updates.length} updates, ${JSON.stringify(seen)}: ${error.message}`)))
  }).finally(() => {
    clearTimeout(limit)
    socket.terminate()
  })
  return seen
}

/**
 * The same of what closes the socket, once more where that was cut: a server that stands still just as it closes a socket
 * cuts it before its code is said.
 */
const putAgain = async (...given) => {
  const seen = await put(...given)
  return seen.code === cut ? put(...given) : seen
}

/** Of each update three faulty copies before the true one, so that the next rests on what is there. */
const faulty = (random) => {
  const updates = authored(random, atOnce / (faultyOfFour + 1))
  return updates.flatMap((update) => [
    ...Array.from({ length: faultyOfFour }, () => mutated(update, random.of(updates), random)),
    update,
  ])
}

/**
 * Sends so many faulty updates, by several people at once, each burst by a new socket and in the name of a new client: a
 * refused one closes the socket, and what came behind it is taken or refused without a word. How many frames in how many
 * bursts, and the codes with which the sockets were closed.
 */
export const attack = async ({ nodes, cookies, document, updates, seed }) => {
  const random = new Random(seed)
  const sum = { bursts: 0, sent: 0, faulty: 0, codes: {} }
  const persist = async (cookie) => {
    while (sum.faulty < updates) {
      const burst = faulty(random)
      sum.faulty += (burst.length * faultyOfFour) / (faultyOfFour + 1)
      const { code } = await putAgain({ nodes, cookie, document }, burst)
      sum.bursts++
      sum.sent += burst.length
      sum.codes[code] = (sum.codes[code] ?? 0) + 1
    }
  }
  await Promise.all(cookies.map(persist))
  return sum
}

/** Sends each bomb by a socket of its own; what became of each. */
export const bomb = async (target) => {
  const fates = {}
  for (const [name, update] of bombs()) fates[name] = await putAgain(target, [update], true)
  return fates
}

/** Sends so many good updates of a new client; what was answered. */
export const send = ({ updates, seed, ...target }) => put(target, authored(new Random(seed), updates))

/**
 * Goes on in the name of somebody else's client, from all that it has written, and writes so much that it is ahead also of
 * what that client has written meanwhile: what the draft has already, it takes no harm from.
 */
export const forge = ({ known, client, ...target }) => {
  const document = new Y.Doc()
  Y.applyUpdate(document, Buffer.from(known, 'base64'))
  document.clientID = client
  const updates = []
  document.on('update', (update) => updates.push(update))
  document.getXmlFragment('default').push([new Y.XmlText('x'.repeat(10_000))])
  return putAgain(target, updates, true)
}
