import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Save, Send, Users } from 'lucide-react'
import { useState } from 'react'
import { Radio, RadioGroup, Label } from 'react-aria-components'
import { Link, useLocation } from 'wouter'
import { Button } from '../../components/Button'
import { DateField } from '../../components/DateField'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { Select } from '../../components/Select'
import { Chevrons } from '../../components/signs'
import { useLocale, useTranslation } from '../../i18n'
import { announceNow } from '../../shell/announcer'
import { useKeys } from '../../shell/keys'
import { useLossOfLeaving } from '../../shell/lossOfLeaving'
import { useIsPhone } from '../../shell/media'
import { PhoneBar } from '../../shell/PhoneBar'
import { useSession } from '../../shell/SessionProvider'
import { useLeaveGuard } from '../../shell/useLeaveGuard'
import { useMounted } from '../../shell/useMounted'
import { usePageTitle } from '../../shell/usePageTitle'
import { api } from '../../wire/api'
import { isNotInScope, Refusal as WireRefusal } from '../../wire/refusal'
import type { DocumentType, DocumentView } from '../../wire/documents'
import type { Secrecy, Urgency } from '../../wire/inbox'
import { useOutbox } from '../../outbox/OutboxProvider'
import { Withdrawn } from '../../outbox/outbox'
import { notices } from '../../shell/notices'
import { refusedAway } from '../../shell/refusedAway'
import { useDocument } from '../documents/useDocument'
import { carryOver, useCarried } from './carried'
import { FileField } from './FileField'
import { ReviewerSelect } from './ReviewerSelect'
import { SavedLamp } from './SavedLamp'
import { useDraft } from './useDraft'
import { useUploads } from './useUploads'
import './compose.css'

const urgencies: Urgency[] = ['normal', 'urgent', 'veryUrgent', 'immediate']
const secrecies: Secrecy[] = ['normal', 'confidential', 'secret']

export default function ComposePage({ documentId }: { documentId?: string }) {
  const { t } = useTranslation()
  const { seat } = useSession()
  const document = useDocument(documentId)
  const types = useQuery({
    queryKey: ['documentTypes', seat?.id],
    queryFn: ({ signal }) => api.documentTypes(seat?.id, signal),
    staleTime: 600_000,
  })
  usePageTitle(t(documentId ? 'compose.editTitle' : 'compose.newTitle'))
  if (isNotInScope(document.error)) return <NotInScope />
  if ((documentId && document.isPending) || types.isPending) return <RuledLines />
  // Whoever writes goes on writing while reading anew fails.
  if (!types.data || (documentId && !document.data)) {
    const failed = document.isError ? document : types
    return <Refusal act="load" error={failed.error} onRetry={failed.refetch} />
  }
  return <Draft key={seat?.id} view={document.data} types={types.data} />
}

function Draft({ view, types }: { view: DocumentView | undefined; types: DocumentType[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const phone = useIsPhone()
  const outbox = useOutbox()
  const [, go] = useLocation()
  const { seat } = useSession()
  const { form, change, save, saved, error, dirty, isUnkept, isUnderWay, beginAnother } = useDraft(view, types.find((type) => type.allowed)?.code ?? '')
  const carried = useCarried(view?.id)
  const mounted = useMounted()
  const [submitError, setSubmitError] = useState(carried.error)
  const [submitting, setSubmitting] = useState(false)
  const [reviewer, setReviewer] = useState(carried.reviewer)
  const chosen = types.find((type) => type.code === form.type)
  const editable = !view || view.actions.includes('revise')
  const saving = saved.state === 'saving'
  const uploads = useUploads((file) => change((held) => ({ files: [...held.files.filter((one) => one.hash !== file.hash), file] })))
  const uploading = uploads.running > 0
  // Saving a new draft goes on to its own page, which knows nothing of what is on its way here.
  const saveWaits = uploading && !view
  const waits = uploading
    ? t(view ? 'compose.uploadsRunning' : 'compose.uploadsRunningNew', { count: uploads.running })
    : uploads.failed > 0 && !form.together
      ? t('compose.uploadsFailed', { count: uploads.failed })
      : null
  useLeaveGuard(dirty || uploading)
  useLossOfLeaving(() => (uploading ? t('compose.leaveUploads', { count: uploads.running }) : isUnkept() ? t('compose.leaveUnkept') : null))

  const saveNow = () => {
    if (saveWaits) announceNow(waits!)
    else void save()
  }
  const submit = async () => {
    // A text of several people is submitted where it is written.
    if (submitting || saving || form.together) return
    if (waits) return announceNow(waits)
    setSubmitting(true)
    setSubmitError(null)
    const id = dirty || !view ? await save(!view) : view.id
    if (id) await submitSaved(id)
    setSubmitting(false)
  }
  const submitSaved = async (id: string) => {
    const label = { key: 'acts.submit.name', params: { what: form.secrecy === 'normal' ? form.abstract : (chosen?.name ?? '') } }
    try {
      const body = reviewer === null ? {} : { to: reviewer }
      await outbox.send({ key: crypto.randomUUID(), path: `/api/documents/${id}/submit`, body, actingSeat: seat?.id, label })
      notices.toast({ icon: Send, tone: 'ok', title: { key: 'acts.submit.done' }, sticky: false })
      if (mounted.current) go(`/documents/${id}?box=drafts`)
    } catch (refused) {
      const error = refused instanceof Withdrawn ? null : refused
      const page = `/documents/${id}/edit`
      if (!mounted.current) {
        if (error !== null) refusedAway(label, error, { words: { key: 'toasts.see' }, run: () => go(page) })
        return
      }
      setSubmitError(error)
      if (view) return
      // It is saved and has a page of its own, which knows neither what was refused nor who was chosen.
      carryOver(id, { error, reviewer })
      go(page, { replace: true })
    }
  }
  const back = view ? `/documents/${view.id}?box=drafts` : '/inbox/drafts'
  useKeys({ 'Ctrl+Enter': () => void submit(), Escape: () => go(back) })

  const fieldProblem = (field: string) => {
    const problem = error instanceof WireRefusal ? error.problem.fields?.find((one) => one.field === field) : undefined
    return problem && <span className="field__error">{t(`refusals.field.${problem.code}`, t('refusals.field.fieldInvalid'))}</span>
  }
  const ways = (
    <>
      {/* It stands before its words come: one that comes with them is heard by few readers. */}
      <span className={waits ? 'compose__waits dense' : 'visually-hidden'} role="status">
        {waits}
      </span>
      <SavedLamp saved={saved} />
      <Button icon={Save} onClick={saveNow} aria-disabled={saving || saveWaits || !dirty}>
        {t('compose.save')}
      </Button>
      {!form.together && (
        <Button tone="primary" icon={Send} onClick={() => void submit()} aria-disabled={submitting || saving || waits !== null}>
          {t(submitting ? 'documents.sending' : 'acts.submit.verb')}
        </Button>
      )}
    </>
  )
  return (
    <article className="compose">
      <PhoneBar back={back} title={t(view ? 'compose.editTitle' : 'compose.newTitle')} end={<span />} />
      {!phone && (
        <header className="compose__head">
          <Link href={back} className="link-button">
            <ArrowLeft className="icon" size={16} aria-hidden="true" />
            {t('words.boxes.drafts')}
          </Link>
          <h1 className="page-title" tabIndex={-1}>
            {t(view ? 'compose.editTitle' : 'compose.newTitle')}
          </h1>
          {editable && <div className="compose__ways">{ways}</div>}
        </header>
      )}
      <div className="compose__columns">
        <section className="compose__form" aria-label={t('compose.facts')} data-pane data-scroll>
          {!editable && <p className="callout callout--warn">{t('compose.notEditable')}</p>}
          {isUnderWay && !saving && (
            <div className="callout compose__under-way">
              <p>{t('compose.underWay')}</p>
              <Button small onClick={beginAnother}>{t('compose.beginAnother')}</Button>
            </div>
          )}
          {error !== null && <Refusal act={view ? 'revise' : 'create'} error={error} />}
          {submitError !== null && <Refusal act="submit" error={submitError} />}
          <div className="compose__pair">
            <Select
              label={t('compose.type')}
              value={form.type}
              onChange={(type) => change({ type })}
              options={types.map((type) => ({
                id: type.code,
                label: locale === 'en' ? type.nameEn : type.name,
                disabled: !type.allowed,
                note: type.allowed ? undefined : t('compose.typeNotAllowed', { row: type.row }),
              }))}
            />
            <label className="field">
              <span className="field__label">{t('compose.number')}</span>
              <input className="input" readOnly value={t('compose.numberLater')} />
            </label>
          </div>
          <label className="field">
            <span className="field__label">{t('compose.abstract')}</span>
            <textarea className="input" rows={2} value={form.abstract} onChange={(event) => change({ abstract: event.target.value })} />
            {fieldProblem('abstract')}
          </label>
          <RadioGroup className="field" value={form.urgency} onChange={(urgency) => change({ urgency: urgency as Urgency })} orientation="horizontal">
            <Label className="field__label">{t('compose.urgency')}</Label>
            <div className="segmented compose__segmented">
              {urgencies.map((urgency) => (
                <Radio key={urgency} value={urgency} className="segmented__part">
                  {urgency !== 'normal' && <Chevrons urgency={urgency} />}
                  {t(`words.urgency.${urgency}`)}
                </Radio>
              ))}
            </div>
          </RadioGroup>
          <div className="compose__pair">
            <Select
              label={t('compose.secrecy')}
              value={form.secrecy}
              onChange={(secrecy) => change({ secrecy: secrecy as Secrecy })}
              // Until what is classified is encrypted where it lies, the server takes none of it.
              options={secrecies.map((id) => ({ id, label: t(`words.secrecy.${id}`), disabled: id !== 'normal', note: id === 'normal' ? undefined : t('compose.secrecyNotYet') }))}
            />
            <DateField label={t('compose.dueOn')} value={form.dueOn ?? null} onChange={(dueOn) => change({ dueOn })} pastWords={t('words.deadline.past')} />
          </div>
          <p className="field__hint">{t('compose.topSecret')}</p>
          {editable && <ReviewerSelect chosen={reviewer} onChoose={setReviewer} />}
          <FileField
            files={form.files}
            uploads={uploads}
            onRemove={(hash) => change((held) => ({ files: held.files.filter((one) => one.hash !== hash) }))}
          />
          <label className="field">
            <span className="field__label">{t('compose.instruction')}</span>
            <textarea className="input" rows={2} value={form.instruction ?? ''} onChange={(event) => change({ instruction: event.target.value })} />
          </label>
        </section>
        <section className="compose__desk" aria-label={t('documents.content')} data-pane data-scroll>
          {!view && (
            <RadioGroup className="field compose__way" value={form.together ? 'together' : 'alone'} onChange={(way) => change({ together: way === 'together' })} orientation="horizontal">
              <Label className="field__label">{t('compose.way')}</Label>
              <div className="segmented">
                <Radio value="alone" className="segmented__part">{t('compose.alone')}</Radio>
                <Radio value="together" className="segmented__part">{t('compose.together')}</Radio>
              </div>
            </RadioGroup>
          )}
          {form.together ? (
            <div className="compose__paper">
              <p>{t(view ? 'compose.textElsewhere' : 'compose.togetherMeans')}</p>
              {view ? (
                <Link href={`/documents/${view.id}/write`} className="link-button">{t('documents.openDraft')}</Link>
              ) : (
                <Button tone="primary" icon={Users} onClick={saveNow} aria-disabled={saving || saveWaits}>{t('compose.openTogether')}</Button>
              )}
            </div>
          ) : (
            <label className="compose__paper">
              <span className="field__label">{t('compose.body')}</span>
              <textarea className="compose__body" lang="vi" value={form.body} onChange={(event) => change({ body: event.target.value })} />
              {fieldProblem('body')}
            </label>
          )}
        </section>
      </div>
      {phone && editable && <footer className="compose__foot">{ways}</footer>}
    </article>
  )
}
