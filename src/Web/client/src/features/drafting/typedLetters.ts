import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { XmlElement, XmlText, type XmlFragment } from 'yjs'
import { sharedSyncOf } from './sharedSync'
import { typedChange, type TypedChange } from './typedChange'

/** A run of letters that a caret stands in, with its shared text, and what it lies in from the outside to the inside. */
interface Run {
  shared: XmlText
  nodes: Node[]
  /** Where it begins in the document. */
  from: number
  /** Where in it the caret is. */
  caret: number
  around: [XmlElement, Node][]
}

/** Runs of letters and what stands between them, with their places in the line: the children that the shared text has. */
function piecesOf(line: Node): { nodes: Node[]; from: number; to: number }[] {
  const pieces: { nodes: Node[]; from: number; to: number }[] = []
  line.forEach((node, from) => {
    const last = pieces.at(-1)
    const to = from + node.nodeSize
    if (!node.isText || !last?.nodes[0]!.isText) return void pieces.push({ nodes: [node], from, to })
    last.nodes.push(node)
    last.to = to
  })
  return pieces
}

/** Null where the shared text has other blocks: whatever was done then was more than typing. */
function runAt($caret: ResolvedPos, root: XmlFragment): Run | null {
  let shared = root
  const around: Run['around'] = []
  for (let depth = 0; depth < $caret.depth; depth++) {
    const inside = shared.length === $caret.node(depth).childCount ? shared.get($caret.index(depth)) : null
    if (!(inside instanceof XmlElement)) return null
    around.push([inside, $caret.node(depth + 1)])
    shared = inside
  }
  const pieces = piecesOf($caret.parent)
  const at = pieces.findIndex(({ nodes, from, to }) => nodes[0]!.isText && from <= $caret.parentOffset && $caret.parentOffset <= to)
  const letters = at >= 0 && shared.length === pieces.length ? shared.get(at) : null
  if (!(letters instanceof XmlText)) return null
  const { nodes, from } = pieces[at]!
  return { shared: letters, nodes, from: $caret.start() + from, caret: $caret.parentOffset - from, around }
}

/** Whether that is all that is other than before: a label that becomes a part changes its line as well. */
function isAll({ index, insert }: TypedChange, { from }: Run, before: Node, after: Node): boolean {
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  return start !== null && end !== null && from + index <= start && end.b <= from + index + insert.length
}

const lettersOf = (shared: XmlText): string =>
  (shared.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('')

/** The marks of the letter that ends there, as the shared text names them. */
function marksAt(nodes: Node[], end: number): Record<string, unknown> {
  let behind = 0
  const node = nodes.find((one) => (behind += one.nodeSize) >= end)
  return Object.fromEntries((node?.marks ?? []).map(({ type, attrs }) => [type.name, attrs]))
}

/**
 * Writes a letter that was typed beside its like to where it was typed. The binding compares the letters before and after,
 * and takes it for one behind its like: what others write between the two then comes on the wrong side of it, and their
 * carets on the wrong side of what they see. A blank before a blank is the common case. What changes more than letters is
 * left to the binding: whatever is written here counts as written for the whole line.
 */
export function writeTyped(state: EditorState, before: Node): void {
  const { binding, doc, type, isChangeOrigin, addToHistory } = sharedSyncOf(state)
  if (!binding || isChangeOrigin || !addToHistory || !state.selection.empty) return
  const run = runAt(state.selection.$head, type)
  const change = run && typedChange(lettersOf(run.shared), run.nodes.map(({ text }) => text).join(''), run.caret)
  if (!change || !isAll(change, run, before, state.doc)) return
  binding.mux(() => {
    doc.transact(() => {
      if (change.insert) run.shared.insert(change.index, change.insert, marksAt(run.nodes, run.caret))
      else run.shared.delete(change.index, change.remove)
    }, ySyncPluginKey)
  })
  // The binding counts positions by what it shows, and now has nothing left to write there.
  binding.mapping.set(run.shared, run.nodes)
  for (const [element, node] of run.around) binding.mapping.set(element, node)
}
