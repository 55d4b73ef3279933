// Updates of an editor's document, and what becomes of them when a few bytes are wrong.
import * as Y from 'yjs'

const words = ['a', 'xyz', 'cộng hòa', 'Việt Nam độc lập'.normalize('NFD'), 'ổ', '😀', '👩‍👩‍👧', ' ', 'Điều 1.', 'ệệ']
const marks = [{ bold: {} }, { bold: null }, { italic: {} }, { link: { href: 'https://a.example/?ổ' } }]
const lengths = [
  [0x00], [0x7f], [0xff, 0x7f], [0xff, 0xff, 0xff, 0xff, 0x07], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
]

const act = (random, fragment) => {
  if (fragment.length === 0 || random.next() < 0.2) {
    const paragraph = new Y.XmlElement(random.of(['paragraph', 'heading', 'listItem']))
    paragraph.insert(0, [new Y.XmlText(random.of(words))])
    fragment.insert(random.below(fragment.length + 1), [paragraph])
    return
  }
  const element = fragment.get(random.below(fragment.length))
  const text = element.get(0)
  const draw = random.next()
  if (text.length === 0 || draw < 0.5) text.insert(random.below(text.length + 1), random.of(words))
  else if (draw < 0.7) text.delete(random.below(text.length), 1)
  else if (draw < 0.85) text.format(0, 1 + random.below(text.length), random.of(marks))
  else if (draw < 0.95) element.setAttribute('part', random.of(words))
  else fragment.delete(random.below(fragment.length), 1)
}

/** So many updates of one new client, each of which rests on those before it. */
export const authored = (random, count) => {
  const document = new Y.Doc()
  document.clientID = random.below(2 ** 32)
  const updates = []
  document.on('update', (update) => updates.push(update))
  while (updates.length < count) act(random, document.getXmlFragment('default'))
  return updates.slice(0, count)
}

const change = (bytes, other, random) => {
  const at = random.below(bytes.length + 1)
  const count = Math.min(1 + random.below(8), bytes.length - at)
  const kind = random.below(8)
  if (kind === 0 && count > 0) bytes[at] ^= 1 << random.below(8)
  else if (kind === 1 && count > 0) bytes[at] = random.below(256)
  else if (kind === 2 && count > 0) bytes[at] = (bytes[at] + random.of([1, 255])) % 256
  else if (kind === 3) bytes.splice(at, 0, ...random.of(lengths))
  else if (kind === 4) bytes.splice(at, count)
  else if (kind === 5) bytes.splice(at, 0, ...bytes.slice(at, at + count))
  else if (kind === 6 && random.below(4) === 0) bytes.splice(at)
  else bytes.splice(at, 0, ...other.subarray(random.below(other.length)).subarray(0, 1 + random.below(24)))
}

/** The update with one or two faults; parts of the other are put into it now and then. */
export const mutated = (update, other, random) => {
  const bytes = [...update]
  for (let faults = 1 + random.below(2); faults > 0; faults--) change(bytes, other, random)
  return Uint8Array.from(bytes)
}
