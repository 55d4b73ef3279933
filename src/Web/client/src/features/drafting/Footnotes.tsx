import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useCallback, useState } from 'react'
import type { XmlElement } from 'yjs'
import { useTranslation } from '../../i18n'
import { footnoteName, footnotesOf, sharedNote } from './footnote'
import { FootnotePopover } from './FootnotePopover'
import { useSelectedNote } from './useSelectedNote'
import './footnotes.css'

interface ShownNote {
  position: number
  letters: string
}

/** The notes below the sheet; whoever may write opens one here or at its mark. */
export function Footnotes({ editor, edits }: { editor: Editor; edits: boolean }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<XmlElement | null>(null)
  const notes = useEditorState({
    editor,
    selector: ({ editor: shown }): ShownNote[] => footnotesOf(shown.state.doc).map(({ position, node }) => ({ position, letters: node.textContent })),
  })
  const open = useCallback((position: number) => {
    const node = editor.state.doc.nodeAt(position)
    if (node?.type.name === footnoteName) setOpened(sharedNote(editor.state, node))
  }, [editor])
  useSelectedNote(editor, edits, open)
  // What was under way when writing ended does not begin again by itself.
  if (!edits && opened) setOpened(null)

  const at = opened ? footnotesOf(editor.state.doc).findIndex(({ node }) => sharedNote(editor.state, node) === opened) : -1
  const mark = at >= 0 ? editor.view.nodeDOM(notes[at]?.position ?? 0) : null
  if (!notes.length) return null
  return (
    <>
      <ol className="footnotes" aria-label={t('drafting.footnotes')}>
        {notes.map((note, index) => (
          // A note's number is its identity on the page.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {edits ? (
              <button type="button" className="footnotes__line" onClick={() => open(note.position)}>
                {note.letters || t('drafting.footnoteEmpty')}
              </button>
            ) : (
              note.letters
            )}
          </li>
        ))}
      </ol>
      {opened && mark instanceof Element && (
        <FootnotePopover editor={editor} note={opened} number={at + 1} mark={mark} onClose={() => setOpened(null)} />
      )}
    </>
  )
}
