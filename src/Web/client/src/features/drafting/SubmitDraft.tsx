import { useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { useKeptSending } from '../../kept/useKeptSending'
import { useOutbox } from '../../outbox/OutboxProvider'
import { notices } from '../../shell/notices'
import { useSession } from '../../shell/SessionProvider'
import type { DocumentView } from '../../wire/documents'
import { ReviewerSelect } from '../compose/ReviewerSelect'
import { usePlaceInDraft } from './usePlaceInDraft'

/** Sends the draft to review: its text is locked as all have written it until then. */
export function SubmitDraft({ view, unsaved }: { view: DocumentView; unsaved: boolean }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (!view.actions.includes('submit')) return null
  return (
    <>
      <Button tone="primary" icon={Send} onClick={() => setOpen(true)}>
        {t('acts.submit.verb')}
      </Button>
      {open && <SubmitDialog view={view} unsaved={unsaved} onClose={() => setOpen(false)} />}
    </>
  )
}

function SubmitDialog({ view, unsaved, onClose }: { view: DocumentView; unsaved: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const outbox = useOutbox()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const { seat } = useSession()
  const placeIn = usePlaceInDraft(view)
  const { value: { to }, change, isBack, clear, sending, error, send } = useKeptSending<{ to: number | null }>(placeIn('submit'), { to: null })

  const submit = async () => {
    if (unsaved) return
    const isSubmitted = await send((key) => outbox.send({
      key,
      path: `/api/documents/${view.id}/submit`,
      body: to === null ? {} : { to },
      actingSeat: seat?.id,
      label: { key: 'acts.submit.name', params: { what: view.secrecy === 'normal' ? view.abstract : view.typeName } },
    }))
    if (!isSubmitted) return
    void queries.invalidateQueries({ queryKey: ['document', view.id] })
    notices.toast({ icon: Send, tone: 'ok', title: { key: 'acts.submit.done' }, sticky: false })
    go(`/documents/${view.id}?box=drafts`)
  }
  return (
    <Dialog
      title={t('drafting.submitTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('compose.backToEdit')}</Button>
          <Button tone="primary" icon={Send} aria-disabled={sending || unsaved} onClick={() => void submit()}>
            {t(sending ? 'documents.sending' : 'acts.submit.verb')}
          </Button>
        </>
      }
    >
      <p>{t('drafting.submitMeans')}</p>
      {unsaved && <p className="callout callout--warn">{t('drafting.submitUnsaved')}</p>}
      {error !== null && <Refusal act="submit" error={error} />}
      {isBack && <KeptLine onClear={clear} />}
      <ReviewerSelect chosen={to} onChoose={(seat) => change({ to: seat })} />
    </Dialog>
  )
}
