import { Extension } from '@tiptap/core'
import { Plugin, type PluginView } from '@tiptap/pm/state'
import { besideItsLetters } from './keptSelection'
import { sharedSyncOf, type SharedSync } from './sharedSync'
import { writeTyped } from './typedLetters'

function follow({ doc, binding }: SharedSync): PluginView {
  // After an undo the binding keeps an old selection, and puts the caret there when the next change is somebody else's.
  const forget = () => {
    if (binding) binding.beforeTransactionSelection = null
  }
  doc.on('beforeAllTransactions', forget)
  return {
    update: ({ state }, before) => {
      if (state.doc !== before.doc) writeTyped(state, before.doc)
    },
    destroy: () => doc.off('beforeAllTransactions', forget),
  }
}

/** What the binding of the editor to the shared text guesses of letters and carets, done by what is known of them. */
export const SharedTyping = Extension.create({
  name: 'sharedTyping',

  // Before the binding's own.
  priority: 1_100,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        view: ({ state }) => follow(sharedSyncOf(state)),
        appendTransaction: (changes, _, state) => besideItsLetters(changes, state),
      }),
    ]
  },
})
