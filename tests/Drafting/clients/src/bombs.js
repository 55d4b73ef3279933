// Updates that claim much, or hold much in few bytes; none may be taken.
import * as encoding from 'lib0/encoding'

const client = 7
const run = 0, text = 4, embed = 5, type = 7, any = 8

const of = (write) => encoding.encode((encoder) => write({
  uint: (value) => encoding.writeVarUint(encoder, value),
  byte: (value) => encoding.writeUint8(encoder, value),
  string: (value) => encoding.writeVarString(encoder, value),
  bytes: (value) => encoding.writeUint8Array(encoder, value),
}))

const update = (structs, clock, write) => of((to) => {
  to.uint(1)
  to.uint(structs)
  to.uint(client)
  to.uint(clock)
  write(to)
  to.uint(0)
})

const deletions = (write) => of((to) => {
  to.uint(0)
  to.uint(1)
  to.uint(client)
  write(to)
})

const inRoot = (to, kind, count) => {
  to.byte(kind)
  to.uint(1)
  to.string('default')
  to.uint(count)
}

const nestedTypes = (depth) => update(depth, 0, (to) => {
  inRoot(to, type, 0)
  for (let clock = 0; clock < depth - 1; clock++) {
    to.byte(type)
    to.uint(0)
    to.uint(client)
    to.uint(clock)
    to.uint(0)
  }
})

export const bombs = () => Object.entries({
  '2^31 structs': update(2 ** 31, 0, () => {}),
  '2^40 clients': of((to) => to.uint(2 ** 40)),
  '2^40 ranges of deletions': deletions((to) => to.uint(2 ** 40)),
  'a text of 2^31 bytes': update(1, 0, (to) => inRoot(to, text, 2 ** 31)),
  '2^50 values': update(1, 0, (to) => inRoot(to, any, 2 ** 50)),
  'values nested 400,000 deep': update(1, 0, (to) => {
    inRoot(to, any, 1)
    to.bytes(Uint8Array.from({ length: 800_000 }, (_, at) => (at % 2 ? 1 : 117)))
  }),
  'JSON nested 400,000 deep': update(1, 0, (to) => {
    inRoot(to, embed, 800_000)
    to.bytes(new TextEncoder().encode('['.repeat(400_000) + ']'.repeat(400_000)))
  }),
  'types nested 100,000 deep': nestedTypes(100_000),
  'a run of 2^40 units': update(1, 0, (to) => {
    to.byte(run)
    to.uint(2 ** 40)
  }),
  'a client that begins at 2^52': update(1, 2 ** 52, (to) => {
    to.byte(run)
    to.uint(1)
  }),
  'a deletion of 2^52 units': deletions((to) => {
    to.uint(1)
    to.uint(0)
    to.uint(2 ** 52)
  }),
  '30,000 clients': of((to) => {
    to.uint(30_000)
    for (let number = 1; number <= 30_000; number++) {
      to.uint(1)
      to.uint(number)
      to.uint(0)
      to.byte(run)
      to.uint(1)
    }
    to.uint(0)
  }),
})
