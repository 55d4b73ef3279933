import type { Editor, EditorEvents } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEffect } from 'react'
import { footnoteAdded, footnoteName } from './footnote'

const selectedNote = (editor: Editor): number | null => {
  const { selection } = editor.state
  return selection instanceof NodeSelection && selection.node.type.name === footnoteName ? selection.from : null
}

/** Tells the position of a note that was just put in, whose mark was clicked, or on whose mark Enter was pressed. */
export function useSelectedNote(editor: Editor, mayWrite: boolean, onOpen: (position: number) => void): void {
  useEffect(() => {
    if (!mayWrite) return
    const page = editor.view.dom
    const open = () => {
      const position = selectedNote(editor)
      if (position !== null) onOpen(position)
      return position !== null
    }
    const onClick = ({ target }: Event) => target instanceof Element && target.closest('.footnote') && open()
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || !open()) return
      event.preventDefault()
      event.stopPropagation()
    }
    const onTransaction = ({ transaction }: EditorEvents['transaction']) => transaction.getMeta(footnoteAdded) && open()
    editor.on('transaction', onTransaction)
    page.addEventListener('click', onClick)
    page.addEventListener('keydown', onKey, true)
    return () => {
      editor.off('transaction', onTransaction)
      page.removeEventListener('click', onClick)
      page.removeEventListener('keydown', onKey, true)
    }
  }, [editor, mayWrite, onOpen])
}
