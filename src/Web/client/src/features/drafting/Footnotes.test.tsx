import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { Doc } from 'yjs'
import '../../i18n'
import { Footnote } from './footnote'
import { Footnotes } from './Footnotes'
import { Structure } from './structure'

it('a note that is open is written no more once the text is locked: nothing would send it', async () => {
  const editor = new Editor({
    element: window.document.body.appendChild(window.document.createElement('div')),
    extensions: [StarterKit.configure({ undoRedo: false, trailingNode: false }), Structure, Footnote, Collaboration.configure({ document: new Doc() })],
  })
  const { rerender, unmount } = render(<Footnotes editor={editor} edits />)
  act(() => void editor.commands.addFootnote())
  expect(await screen.findByRole('dialog')).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox', { name: 'Nội dung chú thích' }), 'Điều 3')
  rerender(<Footnotes editor={editor} edits={false} />)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByText('Điều 3')).toBeTruthy()
  unmount()
  editor.destroy()
})
