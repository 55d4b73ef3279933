import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'

/** What is selected. */
export interface ChosenWords {
  from: number
  to: number
  /** There is nothing in it that a word could be said about: the mark of a footnote is no words. */
  empty: boolean
  /** A suggestion is about letters of one paragraph. */
  oneBlock: boolean
}

export function chosenWords({ state: { selection, doc } }: Editor): ChosenWords {
  const { from, to, $from, $to } = selection
  return {
    from,
    to,
    empty: selection.empty || selection instanceof NodeSelection || !doc.textBetween(from, to).trim(),
    oneBlock: $from.sameParent($to),
  }
}
