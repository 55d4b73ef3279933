import { fullDate, moment } from '../../format/dates'
import { useLocale, useTranslation } from '../../i18n'
import { formatNumber } from '../../format/numbers'
import type { DocumentState, DocumentView } from '../../wire/documents'

const order: DocumentState[] = ['drafting', 'inReview', 'awaitingSignature', 'signed', 'numbered', 'sealed', 'issued']
const after: DocumentState[] = ['recalling', 'recalled', 'replaced', 'filed']

/** The way of an outgoing document, before anybody has received it. */
export function Workflow({ view }: { view: DocumentView }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const at = after.includes(view.state) ? order.length : order.indexOf(view.state)
  const shown = after.includes(view.state) ? [...order, view.state] : order
  const note = (state: DocumentState): string => {
    if (state === 'drafting') return view.author.name
    if (state === 'signed' && view.signer) return `${view.signer.name}, ${moment(view.signer.at)}`
    if (state === 'numbered' && view.symbol) return view.symbol
    if (state === 'issued' && view.issuedAt) {
      const when = `${fullDate(view.issuedAt)}, ${moment(view.issuedAt)}`
      return view.recipients ? `${when}, ${t('words.units', { count: view.recipients.units })}, ${t('words.people', { count: view.recipients.people })}` : when
    }
    if (state === 'recalling' && view.recall) return view.recall.reason
    if (state === 'recalled' && view.recall?.endedAt) return `${fullDate(view.recall.endedAt)}, ${moment(view.recall.endedAt)}`
    return ''
  }
  return (
    <>
      <div className="travel__top">
        <h2 className="pane-title">{t('documents.travel')}</h2>
        {view.comments.length > 0 && <span className="faint">{t('documents.round', { count: Math.max(...view.comments.map((one) => one.round)) })}</span>}
      </div>
      <ol className="workflow">
        {shown.map((state, index) => {
          const reached = index < at || view.state === 'issued' || index === at
          const current = index === Math.min(at, shown.length - 1)
          return (
            <li key={state} className={`workflow__step${current ? ' workflow__step--now' : ''}`} aria-current={current ? 'step' : undefined}>
              <svg className={`step__mark step__mark--${current && state !== 'issued' ? 'opened' : reached ? 'done' : 'waiting'}`} width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                <circle cx="10" cy="10" r="8.600" fill="var(--surface)" stroke="currentColor" strokeWidth="1.6" />
                {reached && <circle cx="10" cy="10" r="5.800" fill={current && state !== 'issued' ? 'var(--ink-soft)' : 'currentColor'} />}
              </svg>
              <span className="step__words">
                <b>{t(`documents.workflow.${state}`)}</b>
                {reached && note(state) && <span className="step__said">{note(state)}</span>}
              </span>
            </li>
          )
        })}
      </ol>
      {view.bodyHash && view.state !== 'drafting' && (
        <p className="travel__none">
          {t('documents.locked')} <code className="workflow__hash">{view.bodyHash.slice(0, 16)}</code>
        </p>
      )}
      {view.recipients && (
        <p className="travel__none">{t('documents.sentTo', { units: formatNumber(view.recipients.units, locale), people: formatNumber(view.recipients.people, locale) })}</p>
      )}
    </>
  )
}
