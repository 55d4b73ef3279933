import type { Editor } from '@tiptap/core'
import { Fragment, Node } from '@tiptap/pm/model'

/** What goes into the shared document in one update: the server takes a million bytes, and a letter may be three of them. */
const lettersMax = 100_000
const blocksMax = 200

/** Consecutive blocks, each lot small enough for one update. */
export function lotsOf(blocks: readonly Node[]): Node[][] {
  const lots: Node[][] = []
  let letters = 0
  for (const block of blocks) {
    const lot = lots.at(-1)
    if (!lot || lot.length === blocksMax || letters + block.textContent.length > lettersMax) {
      lots.push([block])
      letters = block.textContent.length
    } else {
      lot.push(block)
      letters += block.textContent.length
    }
  }
  return lots
}

/**
 * Puts blocks behind the block that the caret is in, as an edit of this person's; an empty paragraph there makes way for
 * them. Returns how many.
 */
export function insertBlocks(editor: Editor, content: { type: string }[]): number {
  const { schema } = editor
  const blocks = content.map((block) => Node.fromJSON(schema, block))
  blocks.forEach((block) => block.check())
  const { $from } = editor.state.selection
  const here = $from.depth > 0 ? $from.node(1) : null
  const isEmpty = here?.type.name === 'paragraph' && here.content.size === 0
  let position = here ? (isEmpty ? $from.before(1) : $from.after(1)) : editor.state.doc.content.size
  lotsOf(blocks).forEach((lot, at) => {
    const end = at === 0 && isEmpty ? position + here.nodeSize : position
    const fragment = Fragment.from(lot)
    editor.view.dispatch(editor.state.tr.replaceWith(position, end, fragment))
    position += fragment.size
  })
  editor.commands.focus(position - 1)
  return blocks.length
}
