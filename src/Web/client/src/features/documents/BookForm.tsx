import { useState, type FormEvent } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { useTyped } from '../../kept/useTyped'
import { useSession } from '../../shell/SessionProvider'
import { LeaderSelect } from '../compose/LeaderSelect'
import type { FormProps } from './ActDialog'
import { seatFor } from './useDocument'
import { useFormKey } from './useFormKey'

/** The server's own bounds. */
const pagesMax = 10_000
const copiesMax = 100_000

interface BookBody {
  presentTo?: number
  pages?: number
  copies?: number
}

const digits = (count: number | null | undefined) => (count ? String(count) : '')

/** What the register says besides: pages and copies, and for an arrival the leader it is presented to. */
export function BookForm({ form, view, delivery, what, failure, busy, onTyped, onClear, onClose, onSubmit }: FormProps) {
  const { t } = useTranslation()
  const { me } = useSession()
  const { act } = form
  const arrival = act === 'register'
  const [key, onChanged] = useFormKey(form.key, failure)
  const before = form.body as BookBody | undefined
  const [leader, setLeader] = useState(before?.presentTo ?? null)
  const [pages, setPages] = useState(before ? digits(before.pages) : arrival ? digits(view.pages) : '')
  const [copies, setCopies] = useState(digits(before?.copies))
  const body: BookBody = { ...(leader ? { presentTo: leader } : {}), ...(pages ? { pages: Number(pages) } : {}), ...(copies ? { copies: Number(copies) } : {}) }
  useTyped(body, onTyped)

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (busy) return
    onSubmit({ act, key, body })
  }
  const changed = (set: () => void) => {
    set()
    onChanged()
  }
  return (
    <Dialog
      title={t(`documents.dialogs.${act}.title`, { what })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" onClick={() => submit()} aria-disabled={busy}>
            {busy ? t('documents.sending') : t(`acts.${act}.verb`)}
          </Button>
        </>
      }
    >
      {onClear && <KeptLine onClear={onClear} />}
      <form className="dialog__content" onSubmit={submit}>
        {arrival && <LeaderSelect label={t('documents.presentTo')} seat={seatFor(view, delivery, act, me)} chosen={leader} onChoose={(seat) => changed(() => setLeader(seat))} />}
        <div className="dialog__row">
          <Count label={t('registers.columns.pages')} max={pagesMax} value={pages} onChange={(value) => changed(() => setPages(value))} autoFocus />
          <Count label={t('registers.columns.copies')} max={copiesMax} value={copies} onChange={(value) => changed(() => setCopies(value))} />
        </div>
        <p className="small faint">{t('documents.countsOptional')}</p>
        {/* Enter in a field sends, as in every form of one line. */}
        <button type="submit" hidden>
          {t(`acts.${act}.verb`)}
        </button>
      </form>
      {failure && <Refusal act={failure.act} error={failure.error} />}
    </Dialog>
  )
}

interface CountProps {
  label: string
  max: number
  value: string
  onChange: (value: string) => void
  autoFocus?: boolean
}

/** A whole number from 1, or nothing. */
function Count({ label, max, value, onChange, autoFocus }: CountProps) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <input
        className="input"
        inputMode="numeric"
        autoComplete="off"
        autoFocus={autoFocus}
        maxLength={String(max).length}
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
      />
    </label>
  )
}
