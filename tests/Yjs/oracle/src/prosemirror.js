// Documents of an editor: real y-prosemirror writes them into Yjs and reads them from it.
import { Node, Schema } from 'prosemirror-model';
import { prosemirrorToYDoc, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*' },
    heading: { group: 'block', content: 'inline*', attrs: { level: { default: 1 }, id: {} } },
    quote: { group: 'block', content: 'block+' },
    text: { group: 'inline' },
    image: { group: 'inline', inline: true, attrs: { src: {} } },
  },
  marks: { bold: {}, link: { attrs: { href: {}, title: { default: null } } }, comment: { attrs: { id: {} }, excludes: '' } },
});

/** The update that y-prosemirror makes of an editor's document, and the JSON that it reads from it. */
export function written(json) {
  const doc = prosemirrorToYDoc(Node.fromJSON(schema, JSON.parse(json)), 'default');
  const read = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment('default'), schema);
  return { update: Y.encodeStateAsUpdate(doc), json: JSON.stringify(read.toJSON()) };
}
