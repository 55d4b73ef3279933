// Everything that a reader can see of a document, and what is known and deleted of each client, as JSON.
import * as Y from 'yjs';

const kinds = { xml: Y.XmlFragment, text: Y.Text, map: Y.Map, array: Y.Array };

/** Opens the four roots that every history uses. */
export function roots(doc) {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, doc.get(name, kind)]));
}

function fields(object) {
  return Object.fromEntries(Object.keys(object).sort().map((key) => [key, dumpValue(object[key])]));
}

function dumpDelta(text) {
  return text.toDelta().map((run) => [
    typeof run.insert === 'string' ? { text: run.insert } : { embed: dumpValue(run.insert) },
    Object.entries(run.attributes ?? {}),
  ]);
}

function dumpValue(value) {
  if (value instanceof Y.XmlText) return { kind: 'xmlText', attributes: fields(value.getAttributes()), delta: dumpDelta(value) };
  if (value instanceof Y.Text) return { kind: 'text', attributes: fields(value.getAttributes()), delta: dumpDelta(value) };
  if (value instanceof Y.XmlElement)
    return { kind: 'element', name: value.nodeName, attributes: fields(value.getAttributes()), children: value.toArray().map(dumpValue) };
  if (value instanceof Y.XmlFragment) return { kind: 'fragment', children: value.toArray().map(dumpValue) };
  if (value instanceof Y.Map) return { kind: 'map', entries: fields(Object.fromEntries(value.entries())) };
  if (value instanceof Y.Array) return { kind: 'array', values: value.toArray().map(dumpValue) };
  return value === undefined ? null : sorted(value);
}

// Two replicas may hold the keys of a map in another order.
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return btoa(String.fromCharCode(...value));
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

export function vectors(doc) {
  const deletions = Y.createDeleteSetFromStructStore(doc.store).clients;
  const byClient = (one, other) => one[0] - other[0];
  return {
    state: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(byClient),
    deleted: [...deletions].filter(([, ranges]) => ranges.length > 0)
      .map(([client, ranges]) => [client, ranges.map((range) => [range.clock, range.len])]).sort(byClient),
  };
}

export function content(doc) {
  const { xml, text, map, array } = roots(doc);
  return {
    xml: dumpValue(xml), text: dumpValue(text), map: dumpValue(map), array: dumpValue(array),
    xmlText: xml.toString(), json: sorted({ map: map.toJSON(), array: array.toJSON(), text: text.toJSON() }),
  };
}

export const dump = (doc) => JSON.stringify({ ...vectors(doc), content: content(doc) });
