// People at one draft: what somebody writes there, and what a person has after hearing of it.
import * as Y from 'yjs';
import { vectors } from './dump.js';
import { take } from './history.js';
import { Random } from './random.js';

const root = 'default';
const tags = ['paragraph', 'heading', 'listItem'];
const words = ['a', 'xyz', 'cộng hòa', 'Việt Nam độc lập'.normalize('NFD'), 'ổ', '😀', '👩‍👩‍👧', ' ', 'Điều 1.', 'ệệ'];
const marks = [{ bold: {} }, { bold: null }, { italic: {} }, { link: { href: 'https://a.example/?ổ' } }];

function act(random, fragment) {
  if (fragment.length === 0 || random.chance(0.2)) {
    const block = new Y.XmlElement(random.of(tags));
    block.insert(0, [new Y.XmlText(random.of(words))]);
    fragment.insert(random.upTo(fragment.length), [block]);
    return;
  }
  const block = fragment.get(random.upTo(fragment.length - 1));
  const text = block.get(0);
  const draw = random.next();
  if (text.length === 0 || draw < 0.5) text.insert(random.upTo(text.length), random.of(words));
  else if (draw < 0.7) text.delete(random.upTo(text.length - 1), 1);
  else if (draw < 0.85) text.format(0, 1 + random.upTo(text.length - 1), random.of(marks));
  else if (draw < 0.95) block.setAttribute('part', random.of(words));
  else fragment.delete(random.upTo(fragment.length - 1), 1);
}

/** So many updates of one new author, each of which rests on those before it. */
export function drafted(seed, count) {
  const random = new Random(seed);
  const doc = new Y.Doc();
  doc.clientID = random.upTo(2 ** 32 - 1);
  const updates = [];
  doc.on('update', (update) => updates.push(update));
  while (updates.length < count) act(random, doc.getXmlFragment(root));
  return updates.slice(0, count);
}

/** A person who has the draft open. */
export function person() {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getXmlFragment(root);
  return doc;
}

export const hear = (doc, update) => take(doc, update);

/** What the person reads, and knows to be there and deleted. */
export const read = (doc) => JSON.stringify({
  ...vectors(doc), waits: [doc.store.pendingStructs, doc.store.pendingDs].map((waiting) => waiting !== null),
  content: doc.getXmlFragment(root).toString(),
});
