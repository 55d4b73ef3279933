import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import {
  createAbsolutePositionFromRelativePosition, createRelativePositionFromTypeIndex, XmlText, type AbstractType, type RelativePosition,
} from 'yjs'
import { sharedSyncOf, type SharedSync } from './sharedSync'

const isGone = (type: AbstractType<unknown>): boolean => {
  const item = type._item
  return item !== null && (item.deleted || isGone(item.parent as AbstractType<unknown>))
}

/** Where that place is now; null where its block was taken away, or put elsewhere. */
function placeOf({ binding, doc, type }: SharedSync, place: RelativePosition, shown: Node): ResolvedPos | null {
  const found = createAbsolutePositionFromRelativePosition(place, doc)
  if (!found || isGone(found.type)) return null
  // A letter that was taken away at the very beginning would be taken for one that was put elsewhere.
  const there = found.index === 0 && found.type instanceof XmlText ? createRelativePositionFromTypeIndex(found.type, 0, -1) : place
  const position = relativePositionToAbsolutePosition(doc, type, there, binding!.mapping)
  if (position === null || position > shown.content.size) return null
  const $place = shown.resolve(position)
  return $place.parent.isTextblock ? $place : null
}

/**
 * Puts the selection back beside the letters that it stood at. After every change of its own line the binding takes it for one
 * whose block was put elsewhere, and looks for a block alike: where it finds one that is alone of its kind, it counts the old
 * number of letters there, and what others wrote before the caret leaves it as many letters too far left.
 */
export function besideItsLetters(changes: readonly Transaction[], state: EditorState): Transaction | null {
  const sync = sharedSyncOf(state)
  const before = sync.binding?.beforeTransactionSelection
  const come = changes.map((one) => one.getMeta(ySyncPluginKey) as Partial<SharedSync> | undefined).find((one) => one?.isChangeOrigin)
  if (!come || before?.type !== 'text') return null
  const [$anchor, $head] = [placeOf(sync, before.anchor, state.doc), placeOf(sync, before.head, state.doc)]
  if (!$anchor || !$head) return null
  const selection = TextSelection.between($anchor, $head)
  return selection.eq(state.selection) ? null : state.tr.setSelection(selection).setMeta(ySyncPluginKey, come)
}
