import { Check, FileText, Paperclip, X } from 'lucide-react'
import { useRef } from 'react'
import { Button, IconButton } from '../../components/Button'
import { formatBytes } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { StoredFile } from '../../wire/documents'
import { uploadBytesMax } from '../../wire/upload'
import type { Uploading, Uploads } from './useUploads'

interface FileFieldProps {
  files: StoredFile[]
  uploads: Uploads
  onRemove: (hash: string) => void
}

export function FileField({ files, uploads, onRemove }: FileFieldProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const picker = useRef<HTMLInputElement>(null)
  const words = (one: Uploading) => {
    const percent = `${Math.floor(one.share * 100)}%`
    if (one.waits) return t('compose.uploadWaits', { percent })
    const elapsed = Date.now() - one.startedAt
    const came = one.share - one.startedWith
    if (came < 0.05 || elapsed < 1_000) return percent
    const seconds = Math.ceil(((1 - one.share) * elapsed) / came / 1000)
    return seconds > 0 ? t('compose.uploadLeft', { percent, count: seconds }) : percent
  }
  return (
    <div className="upload" role="group" aria-label={t('compose.files')}>
      <span className="field__label">{t('compose.files')}</span>
      {files.map((file) => (
        <div key={file.hash} className="upload__row">
          <FileText className="icon" size={16} aria-hidden="true" />
          <span className="upload__name">{file.name}</span>
          <span className="dense faint">{formatBytes(file.size, locale)}</span>
          <Check className="icon upload__ok" size={16} aria-label={t('compose.uploaded')} role="img" />
          <IconButton icon={X} size={16} label={t('compose.removeFile', { name: file.name })} onClick={() => onRemove(file.hash)} />
        </div>
      ))}
      {uploads.shown.map((one) => (
        <div key={one.id} className="upload__row">
          <FileText className="icon" size={16} aria-hidden="true" />
          <span className="upload__name">{one.file.name}</span>
          {one.problem ? (
            <>
              {one.file.size <= uploadBytesMax && (
                <button type="button" className="link-button" onClick={() => uploads.begin(one.file, one.id)}>
                  {t('compose.uploadAgain')}
                </button>
              )}
              <IconButton icon={X} size={16} label={t('compose.removeFile', { name: one.file.name })} onClick={() => uploads.drop(one.id)} />
              <span className="upload__problem dense" role="alert">
                {one.problem}
              </span>
            </>
          ) : (
            <>
              <span className={one.waits ? 'upload__waits dense' : 'dense faint'}>{words(one)}</span>
              <button type="button" className="link-button" onClick={() => uploads.stop(one.id)}>
                {t('compose.stopUpload')}
              </button>
              <span className="upload__bar" role="progressbar" aria-label={one.file.name} aria-valuenow={Math.floor(one.share * 100)} aria-valuemin={0} aria-valuemax={100}>
                <span style={{ width: `${one.share * 100}%` }} />
              </span>
            </>
          )}
        </div>
      ))}
      {/* It stands before its words come: one that comes with them is heard by few readers. */}
      <span className="visually-hidden" role="status">
        {uploads.shown.filter(({ waits, problem }) => waits && !problem).map((one) => `${one.file.name}: ${words(one)}`).join('. ')}
      </span>
      <div>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            for (const file of event.target.files ?? []) uploads.begin(file)
            event.target.value = ''
          }}
        />
        <Button small icon={Paperclip} onClick={() => picker.current?.click()}>
          {t('compose.addFile')}
        </Button>
      </div>
    </div>
  )
}
