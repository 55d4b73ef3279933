// One random act of an author on a document of the four roots.
import * as Y from 'yjs';
import { roots } from './dump.js';

const words = [
  'a', 'xyz', 'cộng hòa', 'Việt Nam độc lập'.normalize('NFD'), 'ổ', 'ổ'.normalize('NFD'), 'đ', '😀', '👩‍👩‍👧', '𝒳y𝒵', ' ', '\n', 'Điều 1.', 'ệệ',
];
const tags = ['paragraph', 'Heading', 'li', 'table_cell'];
const keys = ['a', 'b', 'key three'];
const attributeSets = [
  { bold: true }, { bold: null }, { italic: {} }, { italic: null }, { link: { href: 'https://a.example/?ổ', title: null } },
  { link: null }, { bold: true, color: '#ff0' }, { color: null },
];

function plain(random, depth = 0) {
  const draw = random.upTo(depth > 2 ? 9 : 12);
  switch (draw) {
    case 0: return null;
    case 1: return undefined;
    case 2: return random.chance(0.5);
    case 3: return random.upTo(2 ** 31 - 1) - 2 ** 30;
    case 4: return random.upTo(100) / 8;
    case 5: return random.next() * 1e21;
    case 6: return -random.next();
    case 7: return BigInt(random.upTo(1000));
    case 8: return random.of(words);
    case 9: return '';
    case 10: return new Uint8Array(Array.from({ length: random.upTo(4) }, () => random.upTo(255)));
    case 11: return Array.from({ length: random.upTo(3) }, () => jsonOf(random, depth + 1));
    default: return Object.fromEntries(Array.from({ length: random.upTo(3) }, () => [random.of(keys), jsonOf(random, depth + 1)]));
  }
}

// Bytes and 64-bit integers inside plain values have no JSON, by which the two sides are compared.
function jsonOf(random, depth) {
  const value = plain(random, depth);
  return typeof value === 'bigint' || value instanceof Uint8Array ? null : value;
}

// JSON.stringify cannot write a 64-bit integer.
function value(random) {
  const drawn = plain(random);
  return typeof drawn === 'bigint' ? Number(drawn) : drawn;
}

function valueOrType(random) {
  if (random.chance(0.7)) return value(random);
  return random.of([
    () => new Y.Map([[random.of(keys), value(random)]]),
    () => Y.Array.from([value(random) ?? null, value(random) ?? null]),
    () => new Y.Text(random.of(words)),
    () => new Y.XmlElement(random.of(tags)),
  ])();
}

function actOnText(random, text, profile) {
  const length = text.length;
  const draw = random.next();
  if (length === 0 || draw < 0.5) {
    const attributes = profile.format && random.chance(0.3) ? random.of(attributeSets) : undefined;
    text.insert(random.upTo(length), random.of(words), attributes);
  } else if (draw < 0.75) {
    const from = random.upTo(length - 1);
    text.delete(from, Math.min(length - from, 1 + random.upTo(5)));
  } else if (draw < 0.9 && profile.format) {
    const from = random.upTo(length - 1);
    text.format(from, 1 + random.upTo(length - from - 1), random.of(attributeSets));
  } else if (draw < 0.95) {
    text.insertEmbed(random.upTo(length), { image: random.of(words), size: random.upTo(9) });
  } else {
    text.setAttribute(random.of(keys), random.of(words));
  }
}

function actOnXml(random, parent, profile) {
  const length = parent.length;
  const draw = random.next();
  if (length === 0 || draw < 0.35) {
    const child = random.chance(0.5) ? new Y.XmlText(random.of(words)) : new Y.XmlElement(random.of(tags));
    parent.insert(random.upTo(length), [child]);
  } else if (draw < 0.45) {
    const from = random.upTo(length - 1);
    parent.delete(from, Math.min(length - from, 1 + random.upTo(1)));
  } else if (draw < 0.6 && parent instanceof Y.XmlElement) {
    if (random.chance(0.7)) parent.setAttribute(random.of(keys), random.of(words));
    else parent.removeAttribute(random.of(keys));
  } else {
    const child = parent.get(random.upTo(length - 1));
    if (child instanceof Y.XmlText) actOnText(random, child, profile);
    else actOnXml(random, child, profile);
  }
}

function actOnNested(random, child, profile) {
  if (child instanceof Y.Text) actOnText(random, child, profile);
  else if (child instanceof Y.Map) actOnMap(random, child, profile);
  else if (child instanceof Y.Array) actOnArray(random, child, profile);
  else if (child instanceof Y.XmlElement) actOnXml(random, child, profile);
  else return false;
  return true;
}

function actOnMap(random, map, profile) {
  const key = random.of(keys);
  if (random.chance(0.5) && actOnNested(random, map.get(key), profile)) return;
  if (random.chance(0.8)) map.set(key, valueOrType(random));
  else map.delete(key);
}

function actOnArray(random, array, profile) {
  const length = array.length;
  if (length > 0 && random.chance(0.4) && actOnNested(random, array.get(random.upTo(length - 1)), profile)) return;
  if (length === 0 || random.chance(0.6)) {
    array.insert(random.upTo(length), Array.from({ length: 1 + random.upTo(2) }, () => valueOrType(random) ?? null));
  } else {
    const from = random.upTo(length - 1);
    array.delete(from, Math.min(length - from, 1 + random.upTo(2)));
  }
}

export function act(random, doc, profile) {
  const { xml, text, map, array } = roots(doc);
  const draw = random.next();
  if (draw < 0.35) actOnText(random, text, profile);
  else if (draw < 0.7) actOnXml(random, xml, profile);
  else if (draw < 0.85) actOnMap(random, map, profile);
  else actOnArray(random, array, profile);
}
