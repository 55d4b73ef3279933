import { useState, type FormEvent } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { Select } from '../../components/Select'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { saysSomething, type Place } from '../../kept/keptForms'
import { useTyped } from '../../kept/useTyped'
import { capacities, type Action, type Capacity, type DeliveryView, type DocumentView, type Seen } from '../../wire/documents'
import { AssignForm } from './AssignForm'
import { BookForm } from './BookForm'
import { LinkForm } from './LinkForm'
import type { ActRequest, Failure } from './useAct'
import { useFormKey } from './useFormKey'

export interface Form {
  act: Action
  key: string
  /** Where its words are kept. */
  place: Place
  /** What was shown when the form opened: behind it the page may be read anew. */
  seen?: Seen
  /** What was typed before, when a form comes back: after a refusal, after undo, after it was closed. */
  body?: unknown
}

export interface FormProps {
  form: Form
  view: DocumentView
  delivery: DeliveryView | undefined
  what: string
  failure: Failure | null
  busy: boolean
  /** What is typed, so that it is there when the form comes back. */
  onTyped: (body: unknown) => void
  /** Takes out what stands in the form since another time; absent where nothing does. */
  onClear?: () => void
  onClose: () => void
  onSubmit: (request: Omit<ActRequest, 'itemKey'>) => void
}

interface ActDialogProps extends Omit<FormProps, 'onClear'> {
  /** The form is to begin anew, without what came back with it. */
  onClear: () => void
}

/** The form that an act asks for before it is sent. */
export function ActDialog({ onClear, ...rest }: ActDialogProps) {
  const props: FormProps = { ...rest, onClear: saysSomething(rest.form.body) ? onClear : undefined }
  if (props.form.act === 'assign' || props.form.act === 'forward') return <AssignForm {...props} />
  if (props.form.act === 'replace' || props.form.act === 'correct') return <LinkForm {...props} />
  if (props.form.act === 'register' || props.form.act === 'number') return <BookForm {...props} />
  return <TextForm {...props} />
}

/** Which acts ask for a text, what the text is called on the wire, and whether it is needed. */
const texts: Partial<Record<Action, { field: 'reason' | 'result'; needed: boolean }>> = {
  returnDraft: { field: 'reason', needed: true },
  refuseSign: { field: 'reason', needed: true },
  void: { field: 'reason', needed: true },
  recall: { field: 'reason', needed: true },
  returnDelivery: { field: 'reason', needed: true },
  finish: { field: 'result', needed: true },
  refuseRecall: { field: 'reason', needed: true },
  returnStep: { field: 'reason', needed: true },
  recallStep: { field: 'reason', needed: true },
}

interface TextBody {
  reason?: string
  result?: string
  bodyStays?: boolean
}

function TextForm({ form, view, what, failure, busy, onTyped, onClear, onClose, onSubmit }: FormProps) {
  const { t } = useTranslation()
  const { act } = form
  const [key, onChanged] = useFormKey(form.key, failure)
  const asked = texts[act]
  const before = form.body as TextBody | undefined
  const [text, setText] = useState((asked && before?.[asked.field]) ?? '')
  const [password, setPassword] = useState('')
  const [capacity, setCapacity] = useState<Capacity>('inPerson')
  const [bodyStays, setBodyStays] = useState(before?.bodyStays ?? true)
  const [missing, setMissing] = useState(false)
  useTyped(asked && ({ [asked.field]: text, bodyStays } satisfies TextBody), onTyped)

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (busy) return
    if ((asked?.needed && !text.trim()) || (act === 'sign' && !password)) return setMissing(true)
    const said = text.trim().normalize('NFC')
    const body = act === 'sign' ? { password, capacity, ...form.seen } : act === 'clear' ? { ...form.seen } : act === 'void' ? { reason: said, bodyStays } : asked ? { [asked.field]: said } : {}
    onSubmit({ act, key, body })
  }
  const changed = (set: () => void) => {
    set()
    setMissing(false)
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
      <p>{t(`documents.dialogs.${act}.text`, { count: view.recipients?.units ?? 0 })}</p>
      {onClear && <KeptLine onClear={onClear} />}
      <form className="dialog__content" onSubmit={submit}>
        {act === 'sign' && (
          <>
            <Select
              label={t('documents.capacity')}
              value={capacity}
              onChange={(id) => changed(() => setCapacity(id as Capacity))}
              options={capacities.map((id) => ({ id, label: t(`words.capacities.${id}`) }))}
            />
            <label className="field">
              <span className="field__label">{t('documents.passwordAgain')}</span>
              <input
                className="input"
                type="password"
                autoComplete="current-password"
                autoFocus
                value={password}
                aria-invalid={missing && !password}
                onChange={(event) => changed(() => setPassword(event.target.value))}
              />
            </label>
          </>
        )}
        {asked && (
          <label className="field">
            <span className="field__label">{t(`documents.${asked.field}`)}</span>
            <textarea
              className="input"
              rows={4}
              autoFocus
              value={text}
              aria-invalid={missing && !text.trim()}
              onChange={(event) => changed(() => setText(event.target.value))}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) submit()
              }}
            />
          </label>
        )}
        {act === 'void' && (
          <label className="assignees__pick">
            <input type="checkbox" className="checkbox" checked={bodyStays} onChange={(event) => changed(() => setBodyStays(event.target.checked))} />
            {t('documents.bodyStays')}
          </label>
        )}
        {missing && <p className="field__error">{t('documents.missing')}</p>}
      </form>
      {failure && <Refusal act={failure.act} error={failure.error} />}
    </Dialog>
  )
}
