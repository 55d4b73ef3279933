import type { HocuspocusProvider } from '@hocuspocus/provider'
import { getSchema, type Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { OrderedList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { shortName } from '../../format/names'
import { CaretNames } from './caretNames'
import { FindText } from './findText'
import { Footnote } from './footnote'
import { PasteOffice } from './pasteOffice'
import { SharedTyping } from './sharedTyping'
import { Structure } from './structure'
import { ThreadMarks } from './threadMarks'
import { TypedParts } from './typedParts'
import { WhoWrote } from './whoWrote'
import { writerClass } from './writerColours'

/** How a person is shown to the others; the server overwrites all of it, and gives the colour. */
export interface Writer {
  id: number
  name: string
  unit: string
  color: string
}

function unitOf(name: string): HTMLElement {
  const unit = document.createElement('span')
  unit.className = 'caret__unit'
  unit.textContent = name
  return unit
}

/** The mark of somebody else's caret, with the name in the margin of the same line, and under it the unit. */
function caret(user: Record<string, unknown>): HTMLElement {
  const mark = document.createElement('span')
  mark.className = `caret ${writerClass(user.color)}`
  const label = document.createElement('span')
  label.className = 'caret__name'
  label.textContent = shortName(String(user.name ?? ''))
  if (user.unit) label.append(unitOf(String(user.unit)))
  mark.append(label)
  return mark
}

/** Everything that a draft may contain. The server knows the same blocks; others are refused by nobody, but lost on paper. */
function blockExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: false,
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      link: false,
      orderedList: false,
      strike: false,
      // Every editor would add its own last paragraph.
      trailingNode: false,
      // Undo is the collaboration's: one's own changes only.
      undoRedo: false,
    }),
    // Such lists come with what is pasted; who types a number means a part.
    OrderedList.extend({ addInputRules: () => [] }),
    TableKit.configure({ table: { resizable: false } }),
    Structure,
    Footnote,
  ]
}

/** What a draft is read by where nobody writes it. */
export const draftSchema = () => getSchema(blockExtensions())

export function extensionsOf(provider: HocuspocusProvider, writer: Writer, onThread: (thread: string) => void): Extensions {
  return [
    ...blockExtensions(),
    TypedParts,
    PasteOffice,
    FindText,
    ThreadMarks.configure({ root: provider.document.getXmlFragment('default'), onChoose: onThread }),
    WhoWrote.configure({ fragment: provider.document.getXmlFragment('default') }),
    SharedTyping,
    Collaboration.configure({ document: provider.document }),
    CollaborationCaret.configure({
      provider,
      user: writer,
      render: caret,
      selectionRender: (user) => ({ class: `selection ${writerClass(user.color)}` }),
    }),
    CaretNames,
  ]
}
