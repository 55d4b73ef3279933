import type { Editor } from '@tiptap/core'
import { ChevronDown, FileDown, FileUp, Files } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Menu } from '../../components/Menu'
import { useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import type { DocumentView } from '../../wire/documents'
import { ImportWord } from './ImportWord'

interface FileMenuProps {
  view: DocumentView
  editor: Editor | null
  edits: boolean
}

/** In from a Word file, and out as one. */
export function FileMenu({ view, editor, edits }: FileMenuProps) {
  const { t } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  // What was under way when writing ended does not begin again by itself.
  if (!edits && file) setFile(null)
  const act = (id: string) => (id === 'import' ? chooser.current?.click() : link.current?.click())
  return (
    <>
      <Menu
        label={t('drafting.file')}
        onAction={act}
        entries={[
          ...(edits ? [{ id: 'import', label: t('drafting.wordIn'), icon: FileUp }] : []),
          { id: 'export', label: t('drafting.wordOut'), note: t('drafting.wordOutNote'), icon: FileDown },
        ]}
        trigger={
          <AriaButton className="button button--plain">
            <Files className="icon" size={16} aria-hidden="true" />
            {t('drafting.file')}
            <ChevronDown className="icon" size={16} aria-hidden="true" />
          </AriaButton>
        }
      />
      <a ref={link} href={api.wordAddress(view.id)} download hidden aria-hidden="true" tabIndex={-1} />
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('drafting.wordIn')}
        accept=".docx,.doc,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null)
          // The same file may be chosen again.
          event.target.value = ''
        }}
      />
      {file && editor && <ImportWord file={file} editor={editor} onClose={() => setFile(null)} />}
    </>
  )
}
