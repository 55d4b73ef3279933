import { FileText } from 'lucide-react'
import { formatBytes } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import type { DocumentView } from '../../wire/documents'
import './files.css'

export function FileList({ view }: { view: DocumentView }) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (view.files.length === 0) return null
  return (
    <section className="files" aria-label={t('documents.files')}>
      {view.files.map((file) => (
        <a key={file.hash} className="files__row" href={api.fileAddress(view.id, file.hash)} download={file.name}>
          <FileText className="icon" size={16} aria-hidden="true" />
          <span className="files__name">{file.name}</span>
          <span className="faint">{formatBytes(file.size, locale)}</span>
        </a>
      ))}
    </section>
  )
}
