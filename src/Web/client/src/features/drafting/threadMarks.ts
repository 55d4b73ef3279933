import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { personColour } from '../../format/names'
import type { Thread } from '../../wire/threads'
import { isLeftOut, standingOf, type Standing } from './threadPlaces'

/** What stands in the margin. */
export interface Margin {
  threads: readonly Thread[]
  /** The one that is shown at its place. */
  chosen: string | null
}

interface Marks extends Margin {
  standings: ReadonlyMap<string, Standing>
  /** Accepted, and not in the text. */
  leftOut: ReadonlySet<string>
  set: DecorationSet
}

const none: Marks = { threads: [], chosen: null, standings: new Map(), leftOut: new Set(), set: DecorationSet.empty }
export const threadKey = new PluginKey<Marks>('threadMarks')

export interface ThreadMarksOptions {
  root: Y.XmlFragment
  /** Somebody pointed at a marked place. */
  onChoose: (thread: string) => void
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    threadMarks: {
      /** Draws these threads at their places; the text stays as it is. */
      showThreads: (margin: Margin) => ReturnType
      /** Puts a suggestion into the text, as one change; false when its letters are not there any more. */
      takeSuggestion: (thread: Thread) => ReturnType
    }
  }
}

/** What is shown beside letters that shall go; read by nobody as text of the draft. */
function addition(text: string, look: string): () => HTMLElement {
  return () => {
    const mark = document.createElement('ins')
    mark.className = `${look} thread__new`
    // A paragraph that would be new.
    mark.textContent = text.replace(/\n+/g, ' ¶ ').trim()
    return mark
  }
}

function drawn(thread: Thread, { from, to }: Standing, here: boolean): Decoration[] {
  const look = `thread writer-${personColour(thread.entries[0]?.by.id ?? 0)}${here ? ' thread--here' : ''}`
  const marks: Decoration[] = []
  if (from < to) marks.push(Decoration.inline(from, to, { class: `${look} ${thread.kind === 'comment' ? 'thread--comment' : 'thread--old'}` }))
  // Behind the letters, and never part of them: an input method that holds on to a word keeps its text.
  if (thread.replacement) marks.push(Decoration.widget(to, addition(thread.replacement, look), { side: 1, key: `${thread.id}${here}`, ignoreSelection: true }))
  return marks
}

function marksOf(doc: Node, root: Y.XmlFragment, { threads, chosen }: Margin): Marks {
  const standings = new Map<string, Standing>()
  const leftOut = new Set<string>()
  const marks: Decoration[] = []
  for (const thread of threads) {
    if (isLeftOut(doc, root, thread)) leftOut.add(thread.id)
    else if (thread.state !== 'open' && thread.id !== chosen) continue
    const standing = standingOf(doc, root, thread)
    if (!standing) continue
    standings.set(thread.id, standing)
    if (thread.state === 'open' || leftOut.has(thread.id)) marks.push(...drawn(thread, standing, thread.id === chosen))
  }
  return { threads, chosen, standings, leftOut, set: DecorationSet.create(doc, marks) }
}

/** New paragraphs beside the one that the place is in: behind it, unless the line feed comes last. */
function putParagraphs(tr: Transaction, at: number, put: string): void {
  const { paragraph } = tr.doc.type.schema.nodes
  const $at = tr.doc.resolve(at)
  const beside = !$at.parent.isTextblock ? at : put.startsWith('\n') ? $at.after() : $at.before()
  const lines = put.split('\n').filter(Boolean)
  tr.insert(beside, lines.map((line) => paragraph!.create(null, tr.doc.type.schema.text(line))))
}

/** Threads at their places in the text. The text itself knows nothing of them. */
export const ThreadMarks = Extension.create<ThreadMarksOptions>({
  name: 'threadMarks',

  addCommands() {
    return {
      showThreads: (margin) => ({ tr, dispatch }) => {
        dispatch?.(tr.setMeta(threadKey, margin).setMeta('addToHistory', false))
        return true
      },
      takeSuggestion: (thread) => ({ tr, dispatch }) => {
        const standing = standingOf(tr.doc, this.options.root, thread)
        if (!standing?.exact) return false
        const put = thread.replacement ?? ''
        if (put.includes('\n')) putParagraphs(tr, standing.from, put)
        else tr.insertText(put, standing.from, standing.to)
        dispatch?.(tr)
        return true
      },
    }
  },

  addProseMirrorPlugins() {
    const { root, onChoose } = this.options
    return [
      new Plugin<Marks>({
        key: threadKey,
        state: {
          init: () => none,
          apply: (tr, before) => {
            const asked = tr.getMeta(threadKey) as Margin | undefined
            if (asked) return marksOf(tr.doc, root, asked)
            if (!tr.docChanged || before.threads.length === 0) return before
            // What others wrote replaces the text as a whole, and stands in the shared text already. One's own letters come
            // there after this: until then the places move with them.
            const sync = tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined
            if (sync?.isChangeOrigin) return marksOf(tr.doc, root, before)
            const standings = new Map([...before.standings].map(([id, one]) =>
              [id, { ...one, from: tr.mapping.map(one.from, 1), to: tr.mapping.map(one.to, -1) }]))
            return { ...before, standings, set: before.set.map(tr.mapping, tr.doc) }
          },
        },
        props: {
          decorations: (state) => threadKey.getState(state)?.set,
          handleClick: (view, position) => {
            const standings = [...(threadKey.getState(view.state)?.standings ?? [])]
            const [smallest] = standings.filter(([, one]) => one.from <= position && position <= one.to).sort(([, a], [, b]) => a.to - a.from - (b.to - b.from))
            if (smallest) onChoose(smallest[0])
            return false
          },
        },
      }),
    ]
  },
})
