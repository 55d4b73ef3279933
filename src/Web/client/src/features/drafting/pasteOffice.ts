import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { cleanedOffice } from './officeHtml'

/** What is pasted from Word, LibreOffice or Google Docs keeps its parts, lists, tables, notes and marks. */
export const PasteOffice = Extension.create({
  name: 'pasteOffice',

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: cleanedOffice } })]
  },
})
