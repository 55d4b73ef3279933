import { Extension, InputRule } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { labelOf, labelTyped, PartCount, partOfLabel, type Part } from '../../format/partNumbers'

/** The number that a part has which begins at this position. */
function labelAt(doc: Node, position: number, part: Part): string {
  const count = new PartCount()
  doc.nodesBetween(0, position, (node, at) => {
    const before = node.attrs.part as Part | null | undefined
    if (before && at < position) count.next(before)
    return !node.isTextblock
  })
  return labelOf(part, count.numberOfNext(part))
}

/**
 * A number typed at the begin of a line makes it the part that such numbers stand for in administrative texts, when it is the
 * number that comes next: numbers follow from the order and are never letters. Any other stays as it was typed, for it
 * means something else.
 */
export const TypedParts = Extension.create({
  name: 'typedParts',

  addInputRules() {
    return [
      new InputRule({
        find: labelTyped,
        handler: ({ state: { tr, doc }, range, match }) => {
          const $from = doc.resolve(range.from)
          const [, label = ''] = match
          const part = partOfLabel(label.normalize('NFC'))
          // In a list or a table it is a word like others.
          if ($from.depth !== 1 || $from.parent.attrs.part || labelAt(doc, $from.before(), part) !== label.normalize('NFC')) return null
          tr.delete(range.from, range.to).setNodeAttribute($from.before(), 'part', part)
          return
        },
      }),
    ]
  },
})
