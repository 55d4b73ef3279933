import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { XmlElement, type XmlFragment } from 'yjs'
import { marginWords, type Share } from './authors'

interface Who {
  /** By the paragraph's id; null while nobody asks. */
  shares: Map<string, Share[]> | null
  marks: DecorationSet
}

const nobody: Who = { shares: null, marks: DecorationSet.empty }
export const whoKey = new PluginKey<Who>('whoWrote')

const paragraph = 'paragraph'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    whoWrote: {
      /** Shows in the margin who wrote each paragraph; null shows nothing. */
      showAuthors: (shares: Map<string, Share[]> | null) => ReturnType
    }
  }
}

/** The paragraphs of the shared text by their ids, in the order of the page: the same ids that the server tells. */
export function paragraphIds(parent: XmlFragment | XmlElement): string[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof XmlElement)) return []
    const id = child._item?.id
    return child.nodeName === paragraph && id ? [`${id.client}:${id.clock}`] : paragraphIds(child)
  })
}

function paragraphsIn(doc: Node): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  doc.descendants((node, position) => {
    if (node.type.name === paragraph) found.push({ from: position, to: position + node.nodeSize })
    return node.type.name !== paragraph
  })
  return found
}

/**
 * A mark at every paragraph. Null for the moment in which the editor is ahead of the shared text, and both have another
 * number of paragraphs.
 */
function marksOf(doc: Node, fragment: XmlFragment, shares: Map<string, Share[]>): DecorationSet | null {
  const [ids, places] = [paragraphIds(fragment), paragraphsIn(doc)]
  if (ids.length !== places.length) return null
  let above = ''
  const marks = ids.flatMap((id, at) => {
    const who = shares.get(id) ?? []
    const words = marginWords(who)
    if (!words) return []
    const same = words === above
    above = words
    return [Decoration.node(places[at]!.from, places[at]!.to, { 'data-who': words, class: same ? 'who who--same' : 'who' }, { who })]
  })
  return DecorationSet.create(doc, marks)
}

/** Who wrote the paragraph that the caret is in; empty where that is not known. */
export function sharesAtCaret(state: EditorState): Share[] {
  const { from } = state.selection
  const found = whoKey.getState(state)?.marks.find(from, from)
  return (found?.find((mark) => mark.from < from || mark.to > from)?.spec as { who?: Share[] } | undefined)?.who ?? []
}

export const WhoWrote = Extension.create<{ fragment: XmlFragment }>({
  name: 'whoWrote',

  addCommands() {
    return {
      showAuthors: (shares) => ({ tr, dispatch }) => {
        dispatch?.(tr.setMeta(whoKey, { shares }))
        return true
      },
    }
  },

  addProseMirrorPlugins() {
    const { fragment } = this.options
    return [
      new Plugin<Who>({
        key: whoKey,
        state: {
          init: () => nobody,
          apply: (tr, before) => {
            const asked = tr.getMeta(whoKey) as { shares: Who['shares'] } | undefined
            const shares = asked ? asked.shares : before.shares
            if (!shares) return nobody
            if (!asked && !tr.docChanged) return before
            return { shares, marks: marksOf(tr.doc, fragment, shares) ?? before.marks.map(tr.mapping, tr.doc) }
          },
        },
        props: { decorations: (state) => whoKey.getState(state)?.marks },
      }),
    ]
  },
})
