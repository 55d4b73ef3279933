// Has real Yjs author the recorded histories, leaves the updates in a folder, and measures real Yjs taking them.
//   node --expose-gc bench.js FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { author } from './src/trace.js';

const repeats = 50;
const folder = process.argv[2];

function take(updates) {
  const doc = new Y.Doc();
  doc.getText('text');
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** Milliseconds of CPU so far: a busy machine must not spoil the comparison. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function cost(act) {
  const start = cpu();
  for (let repeat = 0; repeat < repeats; repeat++) act();
  return (cpu() - start) / repeats;
}

function memory() {
  gc();
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const cell = (value, width, digits) => value.toFixed(digits).padStart(width);
const recorded = (name) => gunzipSync(readFileSync(new URL(`../traces/${name}.json.gz`, import.meta.url))).toString();
const histories = ['friendsforever', 'rustcode'].map((name) => [name, author(recorded(name))]);
// The first round is the compiler's.
for (const [, updates] of histories) take(updates);

console.log('history          engine      updates  a CPU sec  memory MB state kB    join ms    load ms');
for (const [name, updates] of histories) {
  const lengths = updates.map((update) => Buffer.from(Int32Array.of(update.length).buffer));
  writeFileSync(`${folder}/${name}.updates`, Buffer.concat(updates.flatMap((update, index) => [lengths[index], update])));
  const before = memory();
  const start = cpu();
  const doc = take(updates);
  const seconds = (cpu() - start) / 1000;
  const held = memory() - before;
  const state = Y.encodeStateAsUpdate(doc);
  const join = cost(() => Y.encodeStateAsUpdate(doc));
  const load = cost(() => take([state]));
  console.log(`${name.padEnd(16)} ${'real Yjs'.padEnd(10)} ${cell(updates.length, 8, 0)} ${cell(updates.length / seconds, 10, 0)} ` +
    `${cell(held / 1e6, 10, 2)} ${cell(state.length / 1000, 8, 0)} ${cell(join, 10, 2)} ${cell(load, 10, 2)}`);
}
process.exit(0);
