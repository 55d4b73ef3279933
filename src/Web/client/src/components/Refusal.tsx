import { TriangleAlert } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { i18n, useTranslation } from '../i18n'
import { announceNow } from '../shell/announcer'
import { Refusal as WireRefusal, UnknownOutcome } from '../wire/refusal'
import { Button } from './Button'
import './refusal.css'

/** The rule's own sentence where this client knows the code, the server's title where it does not. */
function whyOf(error: unknown, canReload = false): string {
  if (error instanceof WireRefusal) {
    const key = `refusals.why.${error.code}`
    // Some fields have a sentence of their own: what to do about too many people is not what to do about too many lines.
    if (i18n.exists(key)) return i18n.t(key, { ...error.problem.params, context: error.problem.fields?.[0]?.field })
    return error.problem.title ?? i18n.t('refusals.generic')
  }
  if (error instanceof UnknownOutcome) return i18n.t(canReload ? 'refusals.why.networkReload' : 'refusals.why.network')
  return i18n.t('refusals.generic')
}

export const refusalSentence = (error: unknown) => whyOf(error)

interface RefusalProps {
  /** An entry of the acts file that says what did not happen. */
  act: string
  error: unknown
  /** Reads again what could not be read. */
  onRetry?: () => unknown
  /** What can be done about it, as buttons. */
  children?: ReactNode
}

/** Stands where the act was tried: what did not happen, why, what is unharmed, what can be done. */
export function Refusal({ act, error, onRetry, children }: RefusalProps) {
  const { t } = useTranslation()
  // Nobody knows that it was not done, nor that all is as before.
  const unknown = error instanceof UnknownOutcome && i18n.exists(`acts.${act}.unknown`)
  const title = t(`acts.${act}.${unknown ? 'unknown' : 'refused'}`)
  const why = whyOf(error, onRetry !== undefined)
  const safeKey = `acts.${act}.${unknown ? 'again' : 'safe'}`
  const problem = error instanceof WireRefusal ? error.problem : undefined
  // A rule that names its field has said it already in the sentence above.
  const fields = problem?.fields?.filter(({ code }) => i18n.exists(`refusals.field.${code}`)) ?? []

  useEffect(() => announceNow(`${title}. ${why}`), [title, why])

  return (
    <div className="refusal" role="group" aria-label={title}>
      <p className="refusal__title">
        <TriangleAlert className="icon" size={18} aria-hidden="true" />
        {title}
      </p>
      <p>
        {why} {i18n.exists(safeKey) && t(safeKey)}
      </p>
      {fields.length > 0 && (
        <ul className="refusal__fields">
          {fields.map(({ field, code }) => (
            <li key={`${field}${code}`}>
              <b>{t(`refusals.fieldName.${field}`, field)}</b>: {t(`refusals.field.${code}`)}
            </li>
          ))}
        </ul>
      )}
      {(onRetry || children) && (
        <div className="refusal__ways">
          {onRetry && (
            <Button small onClick={() => void onRetry()}>
              {t('refusals.reload')}
            </Button>
          )}
          {children}
        </div>
      )}
      {problem?.traceId && <p className="small faint">{t('refusals.reference', { id: problem.traceId })}</p>}
    </div>
  )
}
