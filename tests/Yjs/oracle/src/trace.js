// Recorded histories of "editing-traces", authored by real Yjs.
import * as Y from 'yjs';
import { steps } from '../../traces/author.mjs';

/** The updates in an order in which each follows what it rests on. */
export function author(file) {
  return steps(Y, file).flatMap((step) => step.made);
}
