import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Eye, Send } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { Chevrons, SecrecyChip } from '../../components/signs'
import { fullDay } from '../../format/dates'
import { typeName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { useKept } from '../../kept/useKept'
import { useKeys } from '../../shell/keys'
import { useIsPhone } from '../../shell/media'
import { PhoneBar } from '../../shell/PhoneBar'
import { useSession } from '../../shell/SessionProvider'
import { useMounted } from '../../shell/useMounted'
import { usePageTitle } from '../../shell/usePageTitle'
import { useDebounced } from '../../shell/useDebounced'
import { api } from '../../wire/api'
import { isNotInScope, UnknownOutcome } from '../../wire/refusal'
import type { DocumentView } from '../../wire/documents'
import { FileList } from '../documents/FileList'
import { useAct } from '../documents/useAct'
import { placeOfAct, useDocument } from '../documents/useDocument'
import { nothingChosen } from './choice'
import { ConfirmIssue } from './ConfirmIssue'
import { RecipientNameList, RecipientNames } from './RecipientNames'
import { RecipientTree } from './RecipientTree'
import './compose.css'

export default function IssuePage({ documentId }: { documentId: string }) {
  const { t } = useTranslation()
  const document = useDocument(documentId)
  usePageTitle(t('compose.issueTitle'))
  if (document.isPending) return <RuledLines />
  if (isNotInScope(document.error)) return <NotInScope />
  if (!document.data) return <Refusal act="load" error={document.error} onRetry={document.refetch} />
  return <Issue view={document.data} />
}

function Issue({ view }: { view: DocumentView }) {
  const { t } = useTranslation()
  const phone = useIsPhone()
  const [, go] = useLocation()
  const { me } = useSession()
  const { value: choice, change, isBack, clear, forget } = useKept(placeOfAct(view, undefined, 'issue', me), nothingChosen)
  const [confirming, setConfirming] = useState<{ key: string } | null>(null)
  const [listing, setListing] = useState(false)
  const { run, busy, failure, clearFailure } = useAct(view, undefined)
  const mounted = useMounted()
  const settled = useDebounced(choice, 200)
  const preview = useQuery({
    queryKey: ['recipientPreview', settled],
    queryFn: ({ signal }) => api.recipientPreview(settled, view.unit.id, signal),
    enabled: settled.recipients.length > 0,
    placeholderData: (before) => before,
  })
  const chosen = choice.recipients.length > 0
  // Read anew after a reconnect it is still what was chosen: a confirmation that is open stays, with what is typed into it.
  const current = chosen && settled === choice && !preview.isPlaceholderData ? preview.data : undefined
  const ready = current !== undefined && current.units > 0
  const allowed = view.actions.includes('issue')
  const confirm = () => {
    if (!ready || !allowed) return
    // What was refused before is not about what is confirmed now.
    clearFailure()
    setConfirming({ key: crypto.randomUUID() })
  }
  useKeys({ 'Ctrl+Enter': confirm, Escape: () => go(`/documents/${view.id}`) })

  /** Refused it is over: sent again it is another command, unless nobody knows whether the first one was done. */
  const again = (key: string, refused: unknown) => {
    if (!(refused instanceof UnknownOutcome)) setConfirming((now) => (now?.key === key ? { key: crypto.randomUUID() } : now))
    void preview.refetch()
  }
  const issue = () => {
    if (!current || !confirming) return
    const { key } = confirming
    run({
      act: 'issue',
      key,
      body: { ...choice, confirmUnits: current.units },
      done: { key: 'acts.issue.done', params: { units: t('words.units', { count: current.units }) } },
    }).then((ack) => {
      if (!ack) return
      forget()
      if (mounted.current) go(`/documents/${view.id}/board`)
    }, (refused) => again(key, refused))
  }
  const sum = current
    ? t('compose.sum', { units: t('words.units', { count: current.units }), people: t('words.people', { count: current.people }) })
    : chosen ? t('compose.counting') : t('compose.nothingChosen')
  const reason = !allowed ? t('compose.notAllowedNow') : !ready ? t('compose.chooseFirst') : null
  return (
    <article className="compose">
      <PhoneBar back={`/documents/${view.id}`} title={t('compose.recipients')} end={<span />} />
      {!phone && (
        <header className="compose__head">
          <Link href={`/documents/${view.id}`} className="link-button">
            <ArrowLeft className="icon" size={16} aria-hidden="true" />
            {view.symbol ?? t('documents.noSymbol')}
          </Link>
          <h1 className="page-title" tabIndex={-1}>
            {t('compose.issueTitle')}
          </h1>
          <div className="compose__ways">
            {reason && <span className="faint">{reason}</span>}
            <Button tone="primary" icon={Send} disabled={reason !== null} onClick={confirm}>
              {t('compose.issue')}
            </Button>
          </div>
        </header>
      )}
      {/* Whoever closed the confirmation while it was sent is told here. */}
      {failure && !(confirming && current) && (
        <Refusal act={failure.act} error={failure.error}>
          <Button small onClick={() => clearFailure(failure.key)}>
            {t('documents.understood')}
          </Button>
        </Refusal>
      )}
      <div className="compose__columns">
        {!phone && <IssuedFacts view={view} />}
        <section className="compose__recipients" aria-label={t('compose.recipients')} data-pane>
          {!phone && (
            <div className="compose__recipients-head">
              <h2 className="pane-title">{t('compose.recipients')}</h2>
              <span className="faint dense">{t('compose.onlyAllowed')}</span>
            </div>
          )}
          {isBack && chosen && (
            <div className="compose__kept">
              <KeptLine onClear={clear} />
            </div>
          )}
          <RecipientTree choice={choice} onChange={change} />
          <footer className="compose__foot">
            <div className="compose__sum" aria-live="polite">
              <b>{sum}</b>
              {current && <span className="dense faint">{t('compose.deduplicated', { count: current.refused.length })}</span>}
            </div>
            {chosen && (
              <>
                <Button tone="quiet" onClick={clear}>
                  {t('compose.clear')}
                </Button>
                <Button icon={Eye} onClick={() => setListing(true)}>
                  {t(phone ? 'compose.seeShort' : 'compose.see')}
                </Button>
              </>
            )}
            {phone && (
              <Button tone="primary" icon={Send} disabled={reason !== null} onClick={confirm}>
                {t('compose.issue')}
              </Button>
            )}
          </footer>
        </section>
      </div>
      {confirming && current && (
        <ConfirmIssue
          view={view}
          preview={current}
          names={<RecipientNames choice={settled} issuer={view.unit.id} units={current.units} />}
          sending={busy !== null}
          error={failure?.error ?? null}
          onIssue={issue}
          onBack={() => {
            setConfirming(null)
            clearFailure()
          }}
        />
      )}
      {listing && current && (
        <Dialog title={sum} onClose={() => setListing(false)} actions={<Button onClick={() => setListing(false)}>{t('shell.close')}</Button>}>
          <ul className="dialog__lines">
            {current.kinds.map((kind) => (
              <li key={kind.kind}>
                <span>{t(`compose.kinds.${kind.kind}`)}</span>
                <span>{t('words.units', { count: kind.units })}</span>
              </li>
            ))}
            {current.refused.map((one) => (
              <li key={one.selector}>
                <span>{one.selector}</span>
                <span>{t('compose.refused')}</span>
              </li>
            ))}
          </ul>
          <RecipientNameList choice={settled} issuer={view.unit.id} units={current.units} />
        </Dialog>
      )}
    </article>
  )
}

/** What is issued: locked since it was cleared, shown beside the choice of recipients. */
function IssuedFacts({ view }: { view: DocumentView }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const fact = (name: string, value: React.ReactNode, wide = false) => (
    <div className={`field${wide ? ' compose__wide' : ''}`}>
      <dt className="field__label">{name}</dt>
      <dd className="compose__fact">{value}</dd>
    </div>
  )
  return (
    <dl className="compose__form compose__facts">
      {fact(t('compose.type'), typeName(view, locale))}
      {fact(t('compose.number'), view.symbol ?? t('documents.noSymbol'))}
      {fact(t('compose.abstract'), view.abstract, true)}
      {fact(t('compose.urgency'), (
        <span className="compose__urgency">
            {view.urgency !== 'normal' && <Chevrons urgency={view.urgency} />}
            {t(`words.urgency.${view.urgency}`)}
          </span>
        ))}
      {fact(t('compose.secrecy'), view.secrecy === 'normal' ? t('words.secrecy.normal') : <SecrecyChip secrecy={view.secrecy} />)}
      {view.dueOn && fact(t('compose.dueOn'), fullDay(view.dueOn), true)}
      {view.instruction && fact(t('compose.instruction'), view.instruction, true)}
      {view.files.length > 0 && fact(t('compose.files'), <FileList view={view} />, true)}
    </dl>
  )
}
