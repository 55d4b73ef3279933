import * as encoding from 'lib0/encoding'
import { ContentString, createID, decodeUpdate, GC, ID, Item, UpdateEncoderV1 } from 'yjs'

type Struct = Item | GC
type Deletions = ReturnType<typeof decodeUpdate>['ds']

/** Of one run of letters; each may be three bytes. */
const lettersMax = 100_000
/** A deletion's clock and length; both grow to eight bytes. */
const deletionBytesMax = 16
/** Of a client in an update: how much of it there is, its id and its first clock. */
const clientBytesMax = 24

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00

/** A long run of letters as several, each behind the one before it, as if it had been typed so. */
function cut(struct: Struct): Struct[] {
  if (!(struct instanceof Item) || !(struct.content instanceof ContentString) || struct.length <= lettersMax) return [struct]
  const { id: { client, clock }, rightOrigin, parent, parentSub, content: { str } } = struct
  const runs: Struct[] = []
  for (let at = 0; at < str.length; ) {
    let end = Math.min(at + lettersMax, str.length)
    if (end < str.length && isHigh(str.charCodeAt(end - 1))) end -= 1
    const before = at === 0 ? struct.origin : createID(client, clock + at - 1)
    runs.push(new Item(createID(client, clock + at), null, before, null, rightOrigin, parent, parentSub, new ContentString(str.slice(at, end))))
    at = end
  }
  return runs
}

/** Each behind what it stands beside or in: the server lets nothing wait for what has not come. */
function inOrder(structs: Struct[]): Struct[] {
  const queues = new Map<number, { structs: Struct[]; next: number }>()
  for (const struct of structs) {
    const queue = queues.get(struct.id.client)
    if (queue) queue.structs.push(struct)
    else queues.set(struct.id.client, { structs: [struct], next: 0 })
  }
  const isAhead = (id: unknown) => {
    if (!(id instanceof ID)) return false
    const queue = queues.get(id.client)
    const head = queue?.structs[queue.next]
    return head !== undefined && head.id.clock <= id.clock
  }
  const waits = (struct: Struct) => struct instanceof Item && [struct.origin, struct.rightOrigin, struct.parent].some(isAhead)
  const ordered: Struct[] = []
  for (let before = -1; before < ordered.length; ) {
    before = ordered.length
    for (const queue of queues.values()) {
      for (let head = queue.structs[queue.next]; head && !waits(head); head = queue.structs[queue.next]) {
        ordered.push(head)
        queue.next += 1
      }
    }
  }
  return [...ordered, ...[...queues.values()].flatMap((queue) => queue.structs.slice(queue.next))]
}

function bytesOf(struct: Struct): number {
  const scratch = new UpdateEncoderV1()
  struct.write(scratch, 0)
  return encoding.length(scratch.restEncoder)
}

function lotsOf(structs: Struct[], bytesMax: number): Struct[][] {
  const lots: Struct[][] = []
  const next = new Map<number, number>()
  let bytes = 0
  for (const struct of structs) {
    const { client, clock } = struct.id
    const size = bytesOf(struct)
    // What is no longer known of a client leaves a gap, and an update holds a stretch of each without one.
    if (lots.length === 0 || bytes + size + clientBytesMax > bytesMax || (next.get(client) ?? clock) !== clock) {
      lots.push([])
      next.clear()
      bytes = 0
    }
    lots.at(-1)!.push(struct)
    bytes += size + (next.has(client) ? 0 : clientBytesMax)
    next.set(client, clock + struct.length)
  }
  return lots
}

function withStructs(lot: Struct[]): Uint8Array {
  const encoder = new UpdateEncoderV1()
  const clients = [...new Set(lot.map((struct) => struct.id.client))].sort((a, b) => b - a)
  encoding.writeVarUint(encoder.restEncoder, clients.length)
  for (const client of clients) {
    const own = lot.filter((struct) => struct.id.client === client)
    encoding.writeVarUint(encoder.restEncoder, own.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, own[0]!.id.clock)
    for (const struct of own) struct.write(encoder, 0)
  }
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

/** Behind all structs: what is deleted is there by then. */
function withDeletions({ clients }: Deletions, bytesMax: number): Uint8Array[] {
  const rangesMax = Math.max(1, Math.floor(bytesMax / deletionBytesMax))
  return [...clients].flatMap(([client, ranges]) => {
    const updates: Uint8Array[] = []
    for (let at = 0; at < ranges.length; at += rangesMax) {
      const here = ranges.slice(at, at + rangesMax)
      const encoder = encoding.createEncoder()
      for (const number of [0, 1, client, here.length]) encoding.writeVarUint(encoder, number)
      for (const { clock, len } of here) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, len)
      }
      updates.push(encoding.toUint8Array(encoder))
    }
    return updates
  })
}

/**
 * An update (format v1) as several, each no larger than so many bytes, which say the same when they are taken in this order;
 * none waits for a later one. One that is small enough is left as it is.
 */
export function splitUpdate(update: Uint8Array, bytesMax: number): Uint8Array[] {
  if (update.byteLength <= bytesMax) return [update]
  const { structs, ds } = decodeUpdate(update)
  const known = structs.filter((struct): struct is Struct => struct instanceof Item || struct instanceof GC)
  return [...lotsOf(inOrder(known.flatMap(cut)), bytesMax).map(withStructs), ...withDeletions(ds, bytesMax)]
}
