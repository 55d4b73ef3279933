import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import type { FormProps } from './ActDialog'
import { assigneesQuery } from './useOpened'

/** Registers and presents in one act: the person chosen finds the document in the own box at once. */
export function PresentForm({ form, delivery, what, failure, busy, onClose, onSubmit }: FormProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const assignees = useQuery(assigneesQuery(delivery!.id))
  const [seat, setSeat] = useState<number | null>(null)
  const [missing, setMissing] = useState(false)
  const submit = () => {
    if (busy) return
    if (seat === null) return setMissing(true)
    onSubmit({ act: 'register', key: form.key, body: { presentTo: seat } })
  }
  return (
    <Dialog
      title={t('documents.presentTitle', { what })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" onClick={submit} aria-disabled={busy}>
            {t(busy ? 'documents.sending' : 'documents.present')}
          </Button>
        </>
      }
    >
      <p>{t('documents.presentText')}</p>
      {assignees.isError && <Refusal act="load" error={assignees.error} />}
      {assignees.data?.length === 0 && <p>{t('documents.assignNone')}</p>}
      <div className="assignees" role="radiogroup" aria-label={t('documents.presentWho')}>
        {assignees.data?.map((one) => (
          <div key={one.seat} className="assignees__row">
            <label className="assignees__pick">
              <input
                type="radio"
                name="presentTo"
                checked={seat === one.seat}
                onChange={() => {
                  setSeat(one.seat)
                  setMissing(false)
                }}
              />
              <span>
                <b>{one.name}</b> <span className="faint">{[one.title, unitName(one.unit, locale)].filter(Boolean).join(', ')}</span>
              </span>
            </label>
          </div>
        ))}
      </div>
      {missing && (
        <p className="field__error" role="alert">
          {t('documents.presentNobody')}
        </p>
      )}
      {failure && <Refusal act={failure.act} error={failure.error} />}
    </Dialog>
  )
}
