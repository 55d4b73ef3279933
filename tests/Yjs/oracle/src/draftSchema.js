// What a draft may hold, as the client's editor has it (src/Web/client/src/features/drafting/editorOptions.ts), and a mark
// that may lie over itself.
import { Schema } from 'prosemirror-model';

const cell = { content: 'block+', attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } } };

export const draftSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', attrs: { part: { default: null } } },
    bulletList: { group: 'block list', content: 'listItem+' },
    orderedList: { group: 'block list', content: 'listItem+', attrs: { start: { default: 1 }, type: { default: null } } },
    listItem: { content: 'paragraph block*' },
    table: { group: 'block', content: 'tableRow+' },
    tableRow: { content: '(tableCell | tableHeader)*' },
    tableHeader: cell,
    tableCell: cell,
    text: { group: 'inline' },
    hardBreak: { group: 'inline', inline: true },
    footnote: { group: 'inline', inline: true, content: 'text*', marks: '', atom: true },
  },
  marks: { bold: {}, italic: {}, underline: {}, comment: { attrs: { id: {} }, excludes: '' } },
});
