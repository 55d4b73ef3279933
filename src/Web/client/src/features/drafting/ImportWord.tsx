import type { Editor } from '@tiptap/core'
import { useQuery } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { Button } from '../../components/Button'
import { RuledLines } from '../../components/EmptyState'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { readWordFile, type WordReading } from '../../wire/word'
import { insertBlocks } from './insertBlocks'
import './import-word.css'

interface ImportWordProps {
  file: File
  editor: Editor
  onClose: () => void
}

/** Says what of a Word file will come into the text, and what not, before it does. */
export function ImportWord({ file, editor, onClose }: ImportWordProps) {
  const { t } = useTranslation()
  const reading = useQuery({ queryKey: ['word', file.name, file.size, file.lastModified], queryFn: () => readWordFile(file), retry: false, gcTime: 0 })
  const insert = () => {
    if (reading.data) insertBlocks(editor, reading.data.content.content)
    onClose()
  }
  return (
    <Dialog
      title={t('drafting.wordInTitle', { name: file.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('drafting.wordInNot')}</Button>
          {reading.data && (
            <Button tone="primary" icon={FileUp} onClick={insert}>
              {t('drafting.wordInDo')}
            </Button>
          )}
        </>
      }
    >
      {reading.isPending && <RuledLines />}
      {reading.error && <Refusal act="importWord" error={reading.error} />}
      {reading.data && <Found reading={reading.data} />}
    </Dialog>
  )
}

function Found({ reading }: { reading: WordReading }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('drafting.wordInMeans', { count: reading.content.content.length })}</p>
      {reading.leftOut.length > 0 && (
        <ul className="left-out">
          {reading.leftOut.map(({ kind, count }) => (
            <li key={kind}>{t(`drafting.leftOut.${kind}`, { count })}</li>
          ))}
        </ul>
      )}
    </>
  )
}
