// Frames as the clients' own packages write them, and how they read ours.
import * as Y from 'yjs';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readAuthMessage } from '@hocuspocus/common';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { messagePermissionDenied, readAuthMessage as readWebsocketAuth } from 'y-protocols/auth';
import * as sync from 'y-protocols/sync';
// The provider does not export its messages by name.
import { AuthenticationMessage } from '../node_modules/@hocuspocus/provider/src/OutgoingMessages/AuthenticationMessage.ts';
import { AwarenessMessage } from '../node_modules/@hocuspocus/provider/src/OutgoingMessages/AwarenessMessage.ts';
import { CloseMessage } from '../node_modules/@hocuspocus/provider/src/OutgoingMessages/CloseMessage.ts';
import { QueryAwarenessMessage } from '../node_modules/@hocuspocus/provider/src/OutgoingMessages/QueryAwarenessMessage.ts';
import { StatelessMessage } from '../node_modules/@hocuspocus/provider/src/OutgoingMessages/StatelessMessage.ts';
import { SyncStepOneMessage } from '../node_modules/@hocuspocus/provider/src/OutgoingMessages/SyncStepOneMessage.ts';
import { SyncStepTwoMessage } from '../node_modules/@hocuspocus/provider/src/OutgoingMessages/SyncStepTwoMessage.ts';
import { UpdateMessage } from '../node_modules/@hocuspocus/provider/src/OutgoingMessages/UpdateMessage.ts';

const messages = {
  authentication: AuthenticationMessage, awareness: AwarenessMessage, close: CloseMessage, query: QueryAwarenessMessage,
  stateless: StatelessMessage, stepOne: SyncStepOneMessage, stepTwo: SyncStepTwoMessage, update: UpdateMessage,
};

function subject() {
  const document = new Y.Doc();
  document.clientID = 77;
  document.getText('text').insert(0, 'Điều 1');
  const awareness = new Awareness(document);
  awareness.setLocalState({ user: { name: 'Nguyễn' } });
  return { document, awareness };
}

/** A frame of HocuspocusProvider about a document with the text "Điều 1" by client 77. */
export function hocuspocusFrame(name, documentName) {
  const { document, awareness } = subject();
  const update = Y.encodeStateAsUpdate(document);
  const args = { documentName, document, awareness, clients: [77], token: 'a token', payload: 'a text', update };
  const frame = encoding.toUint8Array(new messages[name]().get(args));
  awareness.destroy();
  return frame;
}

/** A frame of y-websocket about the same document. */
export function websocketFrame(name) {
  const { document, awareness } = subject();
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, { awareness: 1, query: 3 }[name] ?? 0);
  if (name === 'stepOne') sync.writeSyncStep1(encoder, document);
  else if (name === 'stepTwo') sync.writeSyncStep2(encoder, document);
  else if (name === 'update') sync.writeUpdate(encoder, Y.encodeStateAsUpdate(document));
  else if (name === 'awareness') encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [77]));
  awareness.destroy();
  return encoding.toUint8Array(encoder);
}

/** What the state vector and the update of those frames are. */
export function subjectParts() {
  const { document, awareness } = subject();
  const parts = { vector: Y.encodeStateVector(document), update: Y.encodeStateAsUpdate(document), awareness: encodeAwarenessUpdate(awareness, [77]) };
  awareness.destroy();
  return parts;
}

/** Says in words what a client understands of a frame from the server. */
export function understood(frame, named) {
  const decoder = decoding.createDecoder(frame);
  const document = named ? decoding.readVarString(decoder) : null;
  const kind = decoding.readVarUint(decoder);
  const words = [document, kind];
  if (kind === 0 || kind === 4) words.push(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder).length);
  else if (kind === 1) words.push(states(decoding.readVarUint8Array(decoder)));
  else if (kind === 2 && named)
    readAuthMessage(decoder, () => words.push('token'), (reason) => words.push('denied', reason), (scope) => words.push('allowed', scope));
  else if (kind === 2) readWebsocketAuth(decoder, null, (_, reason) => words.push(messagePermissionDenied, reason));
  else if (kind === 8) words.push(decoding.readVarInt(decoder));
  else if (kind === 5 || kind === 6 || kind === 7) words.push(decoding.readVarString(decoder));
  return JSON.stringify([...words, decoding.hasContent(decoder)]);
}

function states(update) {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  applyAwarenessUpdate(awareness, update, null);
  const known = [...awareness.getStates()];
  awareness.destroy();
  return known;
}

/** Who is there after these awareness updates, and with which clocks. */
export function present(...updates) {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const update of updates) applyAwarenessUpdate(awareness, update, null);
  const known = [...awareness.getStates()].map(([client, state]) => [client, awareness.meta.get(client).clock, JSON.stringify(state)]);
  awareness.destroy();
  return JSON.stringify(known.sort((one, other) => one[0] - other[0]));
}
