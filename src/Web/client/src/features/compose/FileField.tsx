import { Check, FileText, Paperclip, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '../../components/Button'
import { refusalSentence } from '../../components/Refusal'
import { formatBytes } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { StoredFile } from '../../wire/documents'
import { Refusal } from '../../wire/refusal'
import { upload, uploadBytesMax, type Upload } from '../../wire/upload'

interface Running {
  id: string
  file: File
  share: number
  startedAt: number
  upload: Upload | null
  problem: string | null
}

interface FileFieldProps {
  files: StoredFile[]
  onAdd: (file: StoredFile) => void
  onRemove: (hash: string) => void
}

export function FileField({ files, onAdd, onRemove }: FileFieldProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [running, setRunning] = useState<readonly Running[]>([])
  const picker = useRef<HTMLInputElement>(null)
  const add = useRef(onAdd)
  useEffect(() => {
    add.current = onAdd
  })

  const patch = (id: string, part: Partial<Running>) => setRunning((held) => held.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const drop = (id: string) => setRunning((held) => held.filter((one) => one.id !== id))

  const begin = (file: File, id: string = crypto.randomUUID()) => {
    const entry: Running = { id, file, share: 0, startedAt: Date.now(), upload: null, problem: null }
    drop(id)
    if (file.size > uploadBytesMax) {
      // Known before a byte leaves: the server would refuse it after all of them.
      setRunning((held) => [...held, { ...entry, problem: refusalSentence(new Refusal(413, { code: 'fileTooLarge' })) }])
      return
    }
    const started = upload(file, (share) => patch(id, { share }))
    setRunning((held) => [...held, { ...entry, upload: started }])
    started.done.then(
      (stored) => {
        drop(id)
        add.current(stored)
      },
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') drop(id)
        else patch(id, { upload: null, problem: refusalSentence(error) })
      },
    )
  }
  const words = (one: Running) => {
    const percent = `${Math.floor(one.share * 100)}%`
    const elapsed = Date.now() - one.startedAt
    if (one.share < 0.05 || elapsed < 1_000) return percent
    const seconds = Math.ceil((elapsed / one.share - elapsed) / 1000)
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
      {running.map((one) => (
        <div key={one.id} className="upload__row">
          <FileText className="icon" size={16} aria-hidden="true" />
          <span className="upload__name">{one.file.name}</span>
          {one.problem ? (
            <>
              {one.file.size <= uploadBytesMax && (
                <button type="button" className="link-button" onClick={() => begin(one.file, one.id)}>
                  {t('compose.uploadAgain')}
                </button>
              )}
              <IconButton icon={X} size={16} label={t('compose.removeFile', { name: one.file.name })} onClick={() => drop(one.id)} />
              <span className="upload__problem dense" role="alert">
                {one.problem}
              </span>
            </>
          ) : (
            <>
              <span className="dense faint">{words(one)}</span>
              <button type="button" className="link-button" onClick={() => one.upload?.cancel()}>
                {t('compose.stopUpload')}
              </button>
              <span className="upload__bar" role="progressbar" aria-label={one.file.name} aria-valuenow={Math.floor(one.share * 100)} aria-valuemin={0} aria-valuemax={100}>
                <span style={{ width: `${one.share * 100}%` }} />
              </span>
            </>
          )}
        </div>
      ))}
      <div>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            for (const file of event.target.files ?? []) begin(file)
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
