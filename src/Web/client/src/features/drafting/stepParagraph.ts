import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Where the text is only read there is no caret to move: the arrows select one paragraph after the other. */
export function stepParagraph(view: EditorView, event: KeyboardEvent): boolean {
  if (view.editable || event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false
  const { doc, selection, tr } = view.state
  const blocks: { from: number; to: number }[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock && node.content.size > 0) blocks.push({ from: position + 1, to: position + 1 + node.content.size })
    return !node.isTextblock
  })
  const at = selection.empty ? -1 : blocks.findIndex(({ from, to }) => from <= selection.from && selection.from <= to)
  const block = blocks[event.key === 'ArrowDown' ? at + 1 : Math.max(at - 1, 0)]
  if (!block) return false
  view.dispatch(tr.setSelection(TextSelection.create(doc, block.from, block.to)))
  const [begin, end] = [view.domAtPos(block.from), view.domAtPos(block.to)]
  document.getSelection()?.setBaseAndExtent(begin.node, begin.offset, end.node, end.offset)
  const element = begin.node instanceof Element ? begin.node : begin.node.parentElement
  element?.scrollIntoView({ block: 'nearest' })
  event.preventDefault()
  return true
}
