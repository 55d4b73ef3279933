import { useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useLocation } from 'wouter'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { useKeptSending } from '../../kept/useKeptSending'
import { Withdrawn } from '../../outbox/outbox'
import { useOutbox } from '../../outbox/OutboxProvider'
import { notices } from '../../shell/notices'
import { refusedAway } from '../../shell/refusedAway'
import { useSession } from '../../shell/SessionProvider'
import { useMounted } from '../../shell/useMounted'
import type { DocumentView } from '../../wire/documents'
import { ReviewerSelect } from '../compose/ReviewerSelect'
import { usePlaceInDraft } from './usePlaceInDraft'

interface SubmitDraftProps {
  view: DocumentView
  unsaved: boolean
  onClose: () => void
}

/**
 * Sends the draft to review: its text is locked as all have written it until then. The page may hear of that before the
 * answer comes, so the dialog stands until it is closed, whatever is allowed meanwhile.
 */
export function SubmitDraft({ view, unsaved, onClose }: SubmitDraftProps) {
  const { t } = useTranslation()
  const outbox = useOutbox()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const { seat } = useSession()
  const placeIn = usePlaceInDraft(view)
  const { value: { to }, change, isBack, clear, sending, error, send } = useKeptSending<{ to: number | null }>(placeIn('submit'), { to: null })
  const mounted = useMounted()
  const label = { key: 'acts.submit.name', params: { what: view.secrecy === 'normal' ? view.abstract : view.typeName } }
  const submit = async () => {
    if (unsaved) return
    const isSubmitted = await send(async (key) => {
      try {
        await outbox.send({ key, path: `/api/documents/${view.id}/submit`, body: to === null ? {} : { to }, actingSeat: seat?.id, label })
      } catch (refused) {
        // Whoever has gone on would see it nowhere.
        if (!mounted.current && !(refused instanceof Withdrawn)) refusedAway(label, refused, { words: { key: 'toasts.see' }, run: () => go(`/documents/${view.id}/write`) })
        throw refused
      }
    })
    if (!isSubmitted) return
    void queries.invalidateQueries({ queryKey: ['document', view.id] })
    notices.toast({ icon: Send, tone: 'ok', title: { key: 'acts.submit.done' }, sticky: false })
    // Whoever has gone on is not taken away from where they are.
    if (mounted.current) go(`/documents/${view.id}?box=drafts`)
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
