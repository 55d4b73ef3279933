// What the tests call: real Yjs and its companions, behind functions that take and give bytes and JSON.
import './browser.js';
import * as drafts from './drafts.js';
import { history, replay } from './history.js';
import * as protocols from './protocols.js';
import { pages } from './pages.js';
import { written } from './prosemirror.js';
import { author } from './trace.js';

globalThis.oracle = {
  history,
  replay: (...updates) => replay(updates),
  author,
  written,
  pages,
  ...protocols,
  ...drafts,
  bytes: (length) => new Uint8Array(length),
};
