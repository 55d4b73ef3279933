// Random histories of several people at editors: real y-prosemirror turns what they see into Yjs, and back.
import { initProseMirrorDoc, updateYFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import * as Y from 'yjs';
import { draftSchema } from './draftSchema.js';
import { edited } from './editing.js';
import { take } from './history.js';
import { Random } from './random.js';

const root = 'default';

function editor(random, number, log) {
  const doc = new Y.Doc();
  doc.clientID = 10 * random.upTo(2 ** 28) + number;
  doc.on('update', (update, _origin, _doc, { local }) => local && log.push(update));
  return doc;
}

/** An editor shows what its copy says, and writes what the person makes of it. Reading may write: what fits no page goes. */
function act(random, doc) {
  const fragment = doc.getXmlFragment(root);
  const { doc: page, meta } = initProseMirrorDoc(fragment, draftSchema);
  const shown = page.childCount > 0 ? page : draftSchema.topNodeType.createAndFill();
  doc.transact(() => updateYFragment(doc, fragment, edited(random, shown), meta));
}

/** A block of no letters and a mark without attributes are written with empty lists, which say nothing. */
function plain({ type, attrs, marks, content, ...rest }) {
  const said = (list) => list?.flat().map(plain) ?? [];
  return {
    type,
    ...(Object.keys(attrs ?? {}).length > 0 ? { attrs } : {}),
    ...(said(content).length > 0 || type === 'doc' ? { content: said(content) } : {}),
    ...(said(marks).length > 0 ? { marks: said(marks) } : {}),
    ...rest,
  };
}

/**
 * The updates of a history, and the page that whoever hears all of them reads. The people's own pages may differ where
 * marks were set and taken at once: each client tidies them when it hears of it.
 */
export function pages(seed, acts) {
  const random = new Random(seed);
  const log = [];
  const docs = Array.from({ length: 2 + random.upTo(1) }, (_, number) => editor(random, number, log));
  const heard = docs.map(() => 0);
  const hear = (at, end) => {
    while (heard[at] < end) Y.applyUpdate(docs[at], log[heard[at]++]);
  };
  // They begin on one page: whoever opens a draft reads it before writing.
  act(random, docs[0]);
  docs.forEach((_, at) => hear(at, log.length));
  for (let done = 0; done < acts; done++) {
    const at = random.upTo(docs.length - 1);
    if (random.chance(0.4)) hear(at, log.length);
    act(random, docs[at]);
  }
  const reader = new Y.Doc();
  for (const update of log) take(reader, update);
  return { updates: log, json: JSON.stringify(plain(yXmlFragmentToProsemirrorJSON(reader.getXmlFragment(root)))) };
}
