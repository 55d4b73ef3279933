// Recorded histories of "editing-traces", authored by real Yjs: a replica for each agent, which knows what the agent knew.
import * as Y from 'yjs';

function replica(number) {
  const doc = new Y.Doc();
  doc.clientID = 1000 + number;
  const made = [];
  doc.on('update', (update, origin, _, transaction) => transaction.local && made.push(update));
  return { doc, text: doc.getText('text'), made, known: new Set() };
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
function hear(agent, steps, parents) {
  const open = [...parents], missing = [];
  while (open.length > 0) {
    const step = open.pop();
    if (agent.known.has(step)) continue;
    agent.known.add(step);
    missing.push(step);
    open.push(...steps[step].parents);
  }
  for (const step of missing.sort((one, other) => one - other)) for (const update of steps[step].made) Y.applyUpdate(agent.doc, update);
}

export function author(file) {
  const trace = JSON.parse(file);
  const agents = new Map();
  const steps = [];
  trace.txns.forEach((txn, index) => {
    const number = txn.agent ?? 0;
    if (!agents.has(number)) agents.set(number, replica(number));
    const agent = agents.get(number);
    const parents = txn.parents ?? (index > 0 ? [index - 1] : []);
    hear(agent, steps, parents);
    patch(agent, txn.patches);
    agent.known.add(index);
    steps.push({ parents, made: agent.made.splice(0) });
  });
  return steps.flatMap((step) => step.made);
}
