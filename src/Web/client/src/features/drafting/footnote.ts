import { Node } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { XmlElement } from 'yjs'
import type { EditorState } from '@tiptap/pm/state'

export const footnoteName = 'footnote'

/** Marks the transaction that put a note in, which is then opened. */
export const footnoteAdded = 'footnoteAdded'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts an empty note behind the selection, and selects it. */
      addFootnote: () => ReturnType
    }
  }
}

export interface FootnoteAt {
  position: number
  node: PmNode
}

/** The notes of a text in order; their numbers follow from it. */
export function footnotesOf(doc: PmNode): FootnoteAt[] {
  const found: FootnoteAt[] = []
  doc.descendants((node, position) => {
    if (node.type.name === footnoteName) found.push({ position, node })
    return node.type.name !== footnoteName
  })
  return found
}

/**
 * What of the shared document a note is. Positions move while others write, and a change of theirs replaces nodes; this
 * stays the same until the note is deleted.
 */
export function sharedNote(state: EditorState, node: PmNode): XmlElement | null {
  const binding = (ySyncPluginKey.getState(state) as { binding?: { mapping: Map<unknown, unknown> } } | undefined)?.binding
  for (const [shared, shown] of binding?.mapping ?? []) if (shown === node && shared instanceof XmlElement) return shared
  return null
}

/**
 * A note is letters inside the line, so that two people who write in one note both keep what they wrote. The line shows its
 * number alone, counted by the style sheet; its letters are shown and written below the sheet.
 */
export const Footnote = Node.create({
  name: footnoteName,
  group: 'inline',
  inline: true,
  content: 'text*',
  marks: '',
  atom: true,

  parseHTML() {
    return [{ tag: 'span[data-footnote]' }]
  },

  renderHTML() {
    return ['span', { 'data-footnote': '' }, 0]
  },

  addNodeView() {
    return () => {
      const dom = document.createElement('sup')
      dom.className = 'footnote'
      return { dom, ignoreMutation: () => true }
    }
  },

  addCommands() {
    return {
      addFootnote: () => ({ tr, dispatch, state }) => {
        const { $to } = state.selection
        if (!$to.parent.inlineContent || $to.parent.type.name === footnoteName) return false
        tr.insert($to.pos, state.schema.nodes[footnoteName]!.create())
        dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).setMeta(footnoteAdded, true))
        return true
      },
    }
  },
})
