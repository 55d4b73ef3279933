import { Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import { cleanedOffice } from './officeHtml'

/** A paragraph that is put into an empty line would take the line's part, which is none: it takes the line's place instead. */
export function keepFirstPart(slice: Slice, { selection }: EditorState): Slice {
  const { $from, empty } = selection
  const isIntoNothing = empty && $from.parent.isTextblock && $from.parent.content.size === 0
  return isIntoNothing && slice.openStart === 1 && slice.content.firstChild?.attrs.part ? new Slice(slice.content, 0, slice.openEnd) : slice
}

/** What is pasted from Word, LibreOffice or Google Docs keeps its parts, lists, tables, notes and marks. */
export const PasteOffice = Extension.create({
  name: 'pasteOffice',

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: cleanedOffice, transformPasted: (slice, view) => keepFirstPart(slice, view.state) } })]
  },
})
