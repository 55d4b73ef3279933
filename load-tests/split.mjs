// Splits a server's CPU time by part of the product: reads `perf script -F comm,ip,sym,dso` on standard input, gives each
// sample to the first part that its stack names from the leaf upwards, and prints the shares.
//   perf script … | node load-tests/split.mjs CPU_SECONDS OPERATIONS
import { createInterface } from 'node:readline';

// What runs inside what: a driver's frames belong to whoever called the driver, so they have no line of their own.
const parts = [
  ['push', /PartyRealtime\.Web\.Live|Microsoft\.AspNetCore\.(SignalR|Http\.Connections)|System\.Net\.WebSockets/],
  ['writer', /PartyRealtime\.Storage\.(Commits|Live)/],
  ['reads', /PartyRealtime\.Storage\.|Dapper/],
  ['grain', /PartyRealtime\.Grains|Orleans\./],
  ['HTTP', /PartyRealtime\.Web|Microsoft\.AspNetCore|System\.Text\.Json/],
  ['database engine in the process', /libe_sqlite3/],
  ['database driver, caller unknown', /Npgsql|Microsoft\.Data\.Sqlite/],
];
const byThread = [
  ['garbage collector, background', /BGC/],
  ['compiler', /Tiered/],
];

const samples = new Map();
let thread = '', stack = [], total = 0;

function partOf() {
  for (const [name, pattern] of byThread) if (pattern.test(thread)) return name;
  for (const frame of stack) for (const [name, pattern] of parts) if (pattern.test(frame)) return name;
  if (stack.some((frame) => /tcp_|sock|__send|__recv|epoll/.test(frame))) return 'kernel: sockets, caller unknown';
  return 'runtime: scheduling, collection, rest';
}

function count() {
  if (stack.length === 0) return;
  const part = partOf();
  samples.set(part, (samples.get(part) ?? 0) + 1);
  total++;
  stack = [];
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') count();
  else if (/^\s/.test(line)) stack.push(line);
  else thread = line;
}
count();

const [cpuSeconds, operations] = process.argv.slice(2).map(Number);
for (const [part, n] of [...samples].sort((a, b) => b[1] - a[1])) {
  const seconds = (cpuSeconds * n) / total / operations * 100_000;
  console.log(`${part.padEnd(40)} ${((100 * n) / total).toFixed(1).padStart(5)} %  ${seconds.toFixed(1).padStart(6)} CPU s per 100,000`);
}
