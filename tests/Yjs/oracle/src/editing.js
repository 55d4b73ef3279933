// One random act of a person at an editor: the page after it.
import { Fragment, Slice } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { draftSchema as schema } from './draftSchema.js';

const words = ['a', 'Điều 1. ', 'cộng hòa', 'Việt Nam'.normalize('NFD'), 'ữ', '😀', '𝒳y', ' ', 'ệệ', 'kế hoạch\u00a0'];
const parts = [null, 'chapter', 'article', 'clause', 'point'];
const { nodes, marks } = schema;

/** Where each block of letters begins, footnotes too. */
function textblocks(doc) {
  const found = [];
  doc.descendants((node, position) => void (node.inlineContent && found.push({ node, start: position + 1 })));
  return found;
}

/** A place between two letters: between the halves of one no editor puts a caret. */
function placeIn(random, { node, start }) {
  const text = node.textBetween(0, node.content.size, undefined, (leaf) => '\ufffc'.repeat(leaf.nodeSize));
  const at = random.upTo(node.content.size);
  const code = node.content.size === text.length ? text.charCodeAt(at) : 0;
  return start + (code >= 0xdc00 && code < 0xe000 ? at - 1 : at);
}

function rangeIn(random, block) {
  const places = [placeIn(random, block), placeIn(random, block)].sort((one, other) => one - other);
  return { from: places[0], to: places[1] };
}

const paragraph = (random) => nodes.paragraph.create({ part: random.of(parts) }, schema.text(random.of(words)));
const listItem = (random) => nodes.listItem.create(null, paragraph(random));
const cell = (random, type) => type.create({ colspan: 1 + random.upTo(1) }, paragraph(random));

function block(random) {
  const times = (count, make) => Array.from({ length: 1 + random.upTo(count) }, make);
  switch (random.upTo(3)) {
    case 0: return nodes.bulletList.create(null, times(2, () => listItem(random)));
    case 1: return nodes.orderedList.create({ start: 1 + random.upTo(3) }, times(2, () => listItem(random)));
    case 2:
      return nodes.table.create(null, times(2, (_, row) =>
        nodes.tableRow.create(null, times(2, () => cell(random, row === 0 ? nodes.tableHeader : nodes.tableCell)))));
    default: return paragraph(random);
  }
}

function mark(random) {
  return random.of([marks.bold.create(), marks.italic.create(), marks.underline.create(), marks.comment.create({ id: random.upTo(3) })]);
}

function inline(random, change, target) {
  const node = random.chance(0.5) ? nodes.hardBreak.create() : nodes.footnote.create(null, schema.text(random.of(words)));
  if (target.node.type === nodes.paragraph) change.replace(placeIn(random, target), undefined, new Slice(Fragment.from(node), 0, 0));
}

function top(random, change, doc) {
  const index = random.upTo(doc.childCount - 1);
  let start = 0;
  for (let at = 0; at < index; at++) start += doc.child(at).nodeSize;
  if (doc.childCount > 3 && random.chance(0.4)) change.delete(start, start + doc.child(index).nodeSize);
  else change.insert(start, block(random));
}

/** What could not be done leaves the page as it is. */
export function edited(random, doc) {
  const change = new Transform(doc);
  const target = random.of(textblocks(doc));
  const { from, to } = rangeIn(random, target);
  switch (random.upTo(9)) {
    case 0: top(random, change, doc); break;
    case 1: inline(random, change, target); break;
    case 2: change.delete(from, to); break;
    case 3: if (target.node.type === nodes.paragraph) change.split(from); break;
    case 4: if (target.node.type === nodes.paragraph) change.setNodeMarkup(target.start - 1, null, { part: random.of(parts) }); break;
    case 5: case 6: if (target.node.type === nodes.paragraph) change.addMark(from, to, mark(random)); break;
    case 7: change.removeMark(from, to, mark(random)); break;
    default: change.insert(from, schema.text(random.of(words)));
  }
  return change.doc;
}
