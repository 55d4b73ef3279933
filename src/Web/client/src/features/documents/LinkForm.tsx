import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { Select } from '../../components/Select'
import { fullDate } from '../../format/dates'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { useTyped } from '../../kept/useTyped'
import { api } from '../../wire/api'
import type { FormProps } from './ActDialog'
import { useFormKey } from './useFormKey'

const officialLetter = 'CV'

/** Names the issued document that replaces this one, or the letter that corrects it. */
export function LinkForm({ form, view, what, failure, busy, onTyped, onClear, onClose, onSubmit }: FormProps) {
  const { t } = useTranslation()
  const { act } = form
  const [key, onChanged] = useFormKey(form.key, failure)
  const before = form.body as { by?: string; letter?: string } | undefined
  const [by, setBy] = useState(before?.by ?? before?.letter ?? null)
  const [missing, setMissing] = useState(false)
  const successors = useQuery({ queryKey: ['successors', view.id], queryFn: ({ signal }) => api.successors(view.id, signal) })
  const type = act === 'replace' ? view.type : officialLetter
  const offered = successors.data?.filter((one) => one.type === type) ?? []
  const body = act === 'replace' ? { by } : { letter: by }
  useTyped(body, onTyped)
  const submit = () => {
    if (busy) return
    if (!by) return setMissing(true)
    onSubmit({ act, key, body })
  }
  return (
    <Dialog
      title={t(`documents.dialogs.${act}.title`, { what })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          {offered.length > 0 && (
            <Button tone="primary" onClick={submit} aria-disabled={busy}>
              {busy ? t('documents.sending') : t(`acts.${act}.verb`)}
            </Button>
          )}
        </>
      }
    >
      <p>{t(`documents.dialogs.${act}.text`)}</p>
      {onClear && <KeptLine onClear={onClear} />}
      {successors.isError && <Refusal act="load" error={successors.error} onRetry={successors.refetch} />}
      {successors.data && offered.length === 0 && <p>{t(`documents.dialogs.${act}.none`)}</p>}
      {offered.length > 0 && (
        <Select
          label={t(`documents.dialogs.${act}.by`)}
          value={by}
          onChange={(id) => {
            setBy(id)
            setMissing(false)
            onChanged()
          }}
          placeholder={t('documents.choose')}
          options={offered.map((one) => ({ id: one.id, label: one.symbol ?? one.type, note: `${fullDate(one.issuedAt)}, ${one.abstract}` }))}
        />
      )}
      {missing && <p className="field__error">{t('documents.missing')}</p>}
      {failure && <Refusal act={failure.act} error={failure.error} />}
    </Dialog>
  )
}
