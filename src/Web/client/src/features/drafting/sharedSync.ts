import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Doc, RelativePosition, XmlElement, XmlFragment, XmlText } from 'yjs'

/** What binds the editor to the shared text. */
export interface Binding {
  /** What is shown of each shared thing: a node, or the nodes of a run of letters. */
  mapping: Map<XmlElement | XmlText, Node | Node[]>
  /** Makes a change of which the editor is not told: it shows it already. */
  mux: (change: () => void) => void
  /** Where the selection was before the change that is coming in. */
  beforeTransactionSelection: { type: string; anchor: RelativePosition; head: RelativePosition } | null
}

/** The binding's state, as far as it is used here; its library gives it no type. */
export interface SharedSync {
  type: XmlFragment
  doc: Doc
  binding: Binding | null
  /** The last change came from the shared text. */
  isChangeOrigin: boolean
  addToHistory: boolean
}

export const sharedSyncOf = (state: EditorState): SharedSync => ySyncPluginKey.getState(state) as SharedSync
