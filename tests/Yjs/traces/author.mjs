// A recorded history of "editing-traces", authored by real Yjs: a replica for each author, which knows what the author knew.

/** A history in a root text of its own. */
const alone = { begin: () => {}, textOf: (doc) => doc.getText('text') };

/** A history in the first paragraph of an editor's document. */
export const inParagraph = (Y) => ({
  begin: (doc) => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText()]);
    doc.getXmlFragment('default').push([paragraph]);
  },
  textOf: (doc) => doc.getXmlFragment('default').get(0).get(0),
});

function replica(Y, number, place, begun) {
  const doc = new Y.Doc();
  doc.clientID = 1000 + number;
  const made = [];
  doc.on('update', (update, origin, _, transaction) => transaction.local && made.push(update));
  if (number === 0) place.begin(doc);
  for (const update of begun) Y.applyUpdate(doc, update);
  return { doc, text: place.textOf(doc), made, known: new Set() };
}

/** Positions count code points, and Yjs' count UTF-16 units: the same while nothing lies outside the basic plane. */
function patch({ doc, text }, patches) {
  doc.transact(() => {
    for (const [position, deleted, inserted] of patches) {
      if (deleted > 0) text.delete(position, deleted);
      if (inserted) text.insert(position, inserted);
    }
  });
}

/** The replica hears the steps before this one that it does not know. */
function hear(Y, author, steps, parents) {
  const open = [...parents], missing = [];
  while (open.length > 0) {
    const step = open.pop();
    if (author.known.has(step)) continue;
    author.known.add(step);
    missing.push(step);
    open.push(...steps[step].parents);
  }
  for (const step of missing.sort((one, other) => one - other)) for (const update of steps[step].made) Y.applyUpdate(author.doc, update);
}

/**
 * The steps in an order in which each follows what it rests on, each with the number of its author and its updates. What
 * one person typed alone is typed by several in turn, so many steps each.
 */
export function steps(Y, file, { place = alone, authors = 1, turn = 1 } = {}) {
  const { txns } = JSON.parse(file);
  const made = [];
  const first = replica(Y, 0, place, []);
  const begun = first.made.splice(0);
  const all = new Map([[0, first]]);
  txns.forEach((txn, index) => {
    const number = txn.agent ?? Math.floor(index / turn) % authors;
    if (!all.has(number)) all.set(number, replica(Y, number, place, begun));
    const author = all.get(number);
    const parents = txn.parents ?? (index > 0 ? [index - 1] : []);
    hear(Y, author, made, parents);
    patch(author, txn.patches);
    author.known.add(index);
    made.push({ number, parents, made: author.made.splice(0) });
  });
  return [{ number: 0, parents: [], made: begun }, ...made];
}

/** The steps, those joined that one author made one after the other, so many at most. */
export function turns(Y, file, { keys, authors }) {
  const joined = [];
  for (const { number, made } of steps(Y, file, { place: inParagraph(Y), authors, turn: keys })) {
    const last = joined.at(-1);
    if (last?.number === number && last.steps < keys) {
      last.updates.push(...made);
      last.steps++;
    } else joined.push({ number, steps: 1, updates: [...made] });
  }
  return joined;
}
