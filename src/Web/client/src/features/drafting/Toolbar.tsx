import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Bold, Italic, List, Redo2, Search, Superscript, Table2, Underline, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../components/Button'
import { Select } from '../../components/Select'
import { parts, type Part } from '../../format/partNumbers'
import { useTranslation } from '../../i18n'
import { TableTools } from './TableTools'

interface ToolbarProps {
  editor: Editor | null
  /** The choice between changing and suggesting. */
  children: ReactNode
  /** The text is changed at once; otherwise there is nothing to format it with. */
  edits: boolean
  /** How it is gone about, or what comes of it. */
  note: string
  noteId: string
  finding: boolean
  onFind: () => void
}

export function Toolbar({ editor, children, edits, note, noteId, finding, onFind }: ToolbarProps) {
  const { t } = useTranslation()
  if (!editor) return null
  return (
    <div className="drafting__tools" role="toolbar" aria-label={t('drafting.tools')}>
      {children}
      {edits && <Tools editor={editor} />}
      <span className="drafting__rule" aria-hidden="true" />
      <IconButton icon={Search} label={t('drafting.find')} aria-pressed={finding} onClick={onFind} />
      <span id={noteId} className={edits ? 'drafting__after' : 'drafting__how'}>{note}</span>
    </div>
  )
}

/** What the text is formatted with. */
function Tools({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const now = useEditorState({
    editor,
    selector: ({ editor: shown }) => ({
      part: (shown.getAttributes('paragraph').part as Part | null | undefined) ?? null,
      bold: shown.isActive('bold'),
      italic: shown.isActive('italic'),
      underline: shown.isActive('underline'),
      list: shown.isActive('bulletList'),
      table: shown.isActive('table'),
      canUndo: shown.can().undo(),
      canRedo: shown.can().redo(),
    }),
  })
  const table = () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
  return (
    <>
      <span className="drafting__rule" aria-hidden="true" />
      <div className="drafting__part">
        <Select
          label={t('drafting.part')}
          hiddenLabel
          value={now.part ?? 'text'}
          onChange={(part) => editor.chain().focus().setPart(part === 'text' ? null : (part as Part)).run()}
          options={[{ id: 'text', label: t('drafting.parts.text') }, ...parts.map((part) => ({ id: part, label: t(`drafting.parts.${part}`) }))]}
        />
      </div>
      <span className="drafting__rule" aria-hidden="true" />
      <IconButton icon={Bold} label={t('drafting.bold')} aria-pressed={now.bold} onClick={() => editor.chain().focus().toggleBold().run()} />
      <IconButton icon={Italic} label={t('drafting.italic')} aria-pressed={now.italic} onClick={() => editor.chain().focus().toggleItalic().run()} />
      <IconButton icon={Underline} label={t('drafting.underline')} aria-pressed={now.underline} onClick={() => editor.chain().focus().toggleUnderline().run()} />
      <IconButton icon={List} label={t('drafting.list')} aria-pressed={now.list} onClick={() => editor.chain().focus().toggleBulletList().run()} />
      {!now.table && <IconButton icon={Table2} label={t('drafting.table')} onClick={table} />}
      <IconButton icon={Superscript} label={t('drafting.footnote')} onClick={() => editor.chain().focus().addFootnote().run()} />
      {now.table && (
        <>
          <span className="drafting__rule" aria-hidden="true" />
          <TableTools editor={editor} />
        </>
      )}
      <span className="drafting__rule" aria-hidden="true" />
      <IconButton icon={Undo2} label={t('drafting.undo')} disabled={!now.canUndo} onClick={() => editor.chain().focus().undo().run()} />
      <IconButton icon={Redo2} label={t('drafting.redo')} disabled={!now.canRedo} onClick={() => editor.chain().focus().redo().run()} />
    </>
  )
}
