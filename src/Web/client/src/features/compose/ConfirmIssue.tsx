import { Check, Send, TriangleAlert } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { SecrecyChip, UrgencyChip } from '../../components/signs'
import { formatNumber, parseCount } from '../../format/numbers'
import { typeName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import type { DocumentView } from '../../wire/documents'
import type { RecipientPreview } from '../../wire/recipients'

/** From this many units on the person types the number. */
export const typedFromUnits = 100

interface ConfirmIssueProps {
  view: DocumentView
  preview: RecipientPreview
  /** Who they are, for who looks before sending. */
  names?: ReactNode
  sending: boolean
  error: unknown
  onBack: () => void
  onIssue: () => void
}

/** The title is the number, and the number is what is confirmed: there is no undo, only recall. */
export function ConfirmIssue({ view, preview, names, sending, error, onBack, onIssue }: ConfirmIssueProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [typed, setTyped] = useState('')
  const asked = preview.units >= typedFromUnits
  const matches = !asked || parseCount(typed) === preview.units
  const units = t('words.units', { count: preview.units })
  const line = (name: string, count: number) => (
    <li>
      <span>{name}</span>
      <span>{formatNumber(count, locale)}</span>
    </li>
  )
  const issue = () => matches && !sending && onIssue()
  return (
    <Dialog
      onClose={onBack}
      over={
        <>
          <UrgencyChip urgency={view.urgency} />
          <SecrecyChip secrecy={view.secrecy} />
          <span className="tag">{typeName(view, locale)}</span>
        </>
      }
      title={<span className="dialog__title--number">{t('compose.confirmTitle', { units, people: t('words.people', { count: preview.people }) })}</span>}
      actions={
        <>
          <Button onClick={onBack}>{t('compose.backToEdit')}</Button>
          <Button tone="primary" icon={Send} disabled={!matches} aria-disabled={sending} autoFocus={!asked} onClick={issue}>
            {sending ? t('documents.sending') : t('compose.send', { units })}
          </Button>
        </>
      }
    >
      <p>{view.abstract}</p>
      <ul className="dialog__lines">
        {preview.kinds.map((kind) => (
          <li key={kind.kind}>
            <span>{t(`compose.kinds.${kind.kind}`)}</span>
            <span>{formatNumber(kind.units, locale)}</span>
          </li>
        ))}
        {line(t('compose.notifiedNow'), preview.notifiedNow)}
        {line(t('compose.others'), preview.others)}
      </ul>
      {names}
      <p className="callout callout--warn">
        <TriangleAlert className="icon" size={16} aria-hidden="true" />
        {t('compose.consequence')}
      </p>
      {asked && (
        <label className="field confirm__field">
          <span className="field__label">{t('compose.typeNumber')}</span>
          <span className="confirm__typed">
            <input
              className="input"
              inputMode="numeric"
              autoComplete="off"
              autoFocus
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                // 229 stands for a key that the input method took, where no composition is announced.
                if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) issue()
              }}
            />
            {matches && <Check className="icon confirm__match" size={18} aria-hidden="true" />}
          </span>
          <span className="field__hint" aria-live="polite">
            {typed && !matches ? t('compose.notYet') : ''}
          </span>
        </label>
      )}
      {error !== null && <Refusal act="issue" error={error} />}
    </Dialog>
  )
}
