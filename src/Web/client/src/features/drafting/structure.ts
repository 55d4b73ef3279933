import { Extension } from '@tiptap/core'
import { parts, type Part } from '../../format/partNumbers'

/** After Enter at the end of a part: clauses and points go on, a chapter's or an article's heading is followed by text. */
const nextOf: Record<Part, Part | null> = { chapter: null, article: null, clause: 'clause', point: 'point' }

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    structure: {
      /** Makes the selected paragraphs this part; null makes them plain text. */
      setPart: (part: Part | null) => ReturnType
    }
  }
}

/**
 * Parts are an attribute of paragraphs, so that all people's editors and the server agree on one kind of block; numbers are
 * never typed, they follow from the order (counters on the screen). A paragraph without a part is plain text.
 */
export const Structure = Extension.create({
  name: 'structure',

  addGlobalAttributes() {
    return [
      {
        types: ['paragraph'],
        attributes: {
          part: {
            default: null,
            keepOnSplit: true,
            parseHTML: (element) => {
              const part = element.getAttribute('data-part')
              return parts.find((one) => one === part) ?? null
            },
            renderHTML: ({ part }) => (part ? { 'data-part': part as string } : {}),
          },
        },
      },
    ]
  },

  addCommands() {
    return {
      setPart: (part) => ({ commands }) => commands.updateAttributes('paragraph', { part }),
    }
  },

  addKeyboardShortcuts() {
    return {
      // Both keys change only what is empty or what lies before the caret's block: nothing happens inside a word, where
      // keyboards that write Vietnamese send Backspace and letters of their own.
      Enter: ({ editor }) => {
        const { $from, empty } = editor.state.selection
        const part = $from.parent.attrs.part as Part | null
        if (!empty || !part || editor.view.composing) return false
        if ($from.parent.content.size === 0) return editor.commands.setPart(null)
        if ($from.parentOffset < $from.parent.content.size) return false
        return editor.chain().splitBlock().setPart(nextOf[part]).run()
      },
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection
        if (!empty || $from.parentOffset > 0 || !$from.parent.attrs.part || editor.view.composing) return false
        // Right behind a typed number its letters come back, for who meant them.
        return editor.commands.undoInputRule() || editor.commands.setPart(null)
      },
    }
  },
})
