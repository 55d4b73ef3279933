// A random history of several authors who hear of each other late, twice, or in another order.
import * as Y from 'yjs';
import { act } from './acts.js';
import { dump, roots } from './dump.js';
import { Random } from './random.js';

function replicas(random, count, log) {
  return Array.from({ length: count }, (_, number) => {
    const doc = new Y.Doc();
    // Some clients have ids of one byte, some of more than 32 bits.
    doc.clientID = random.of([10 * random.upTo(10), 10 * random.upTo(2 ** 28), 10 * (2 ** 40 + random.upTo(2 ** 40))]) + number;
    roots(doc);
    doc.on('update', (update) => log.push(update));
    return doc;
  });
}

/** All hear everything, until nobody has anything more to say: clients of Yjs tidy formatting when they hear of it. */
function converge(docs, log) {
  let heard = 0;
  for (let round = 0; heard < log.length && round < 50; round++) {
    const end = log.length;
    for (const doc of docs) for (let index = heard; index < end; index++) Y.applyUpdate(doc, log[index]);
    heard = end;
  }
}

/** The updates in the order in which they were made, and the document that all authors end with. */
export function history(seed, acts, format) {
  const random = new Random(seed);
  const log = [];
  const docs = replicas(random, 2 + random.upTo(2), log);
  for (let done = 0; done < acts; ) {
    const doc = random.of(docs);
    const burst = 1 + random.upTo(4);
    if (random.chance(0.4)) doc.transact(() => { for (let i = 0; i < burst; i++) act(random, doc, { format }); });
    else for (let i = 0; i < burst; i++) act(random, doc, { format });
    done += burst;
    for (let heard = random.upTo(6); heard > 0 && log.length > 0; heard--) {
      // Mostly what is new; now and then anything that was ever said.
      const index = random.chance(0.7) ? Math.max(0, log.length - 1 - random.upTo(8)) : random.upTo(log.length - 1);
      Y.applyUpdate(random.of(docs), log[index]);
    }
  }
  converge(docs, log);
  return { updates: log, dump: dump(docs[0]), agreed: docs.every((doc) => dump(doc) === dump(docs[0])) };
}

/** Takes an update as it is: the local flag keeps a client from tidying formatting by deletions of its own. */
export function take(doc, update) {
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update);
    transaction.local = true;
  });
}

/** What a fresh client shows that hears these updates in this order. */
export function replay(updates) {
  const doc = new Y.Doc();
  doc.clientID = 1;
  roots(doc);
  for (const update of updates) take(doc, update);
  return { dump: dump(doc), stateVector: Y.encodeStateVector(doc), state: Y.encodeStateAsUpdate(doc), waits: doc.store.pendingStructs !== null || doc.store.pendingDs !== null };
}
