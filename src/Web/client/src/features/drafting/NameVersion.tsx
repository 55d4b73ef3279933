import { useQueryClient } from '@tanstack/react-query'
import { BookmarkPlus } from 'lucide-react'
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
import { usePlaceInDraft } from './usePlaceInDraft'

const nameCharsMax = 100

interface NameVersionProps {
  view: DocumentView
  unsaved: boolean
  onClose: () => void
  onNamed: () => void
}

/** Keeps the draft as everybody has saved it, under a name; all write on meanwhile. */
export function NameVersion({ view, unsaved, onClose, onNamed }: NameVersionProps) {
  const { t } = useTranslation()
  const outbox = useOutbox()
  const queries = useQueryClient()
  const { seat } = useSession()
  const placeIn = usePlaceInDraft(view)
  const { value: { name }, change, isBack, clear, sending, error, send } = useKeptSending(placeIn('nameVersion'), { name: '' })
  const given = name.trim().normalize('NFC')

  const save = async () => {
    if (unsaved || !given) return
    const isSaved = await send((key) => outbox.send({
      key, path: `/api/documents/${view.id}/versions`, body: { name: given }, actingSeat: seat?.id, label: { key: 'acts.nameVersion.name' },
    }))
    if (!isSaved) return
    void queries.invalidateQueries({ queryKey: ['document', view.id] })
    notices.toast({ icon: BookmarkPlus, tone: 'ok', title: { key: 'acts.nameVersion.done' }, sticky: false })
    onNamed()
    onClose()
  }
  return (
    <Dialog
      title={t('drafting.saveVersionTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" icon={BookmarkPlus} aria-disabled={sending || unsaved || !given} onClick={() => void save()}>
            {t(sending ? 'documents.sending' : 'acts.nameVersion.verb')}
          </Button>
        </>
      }
    >
      <p>{t('drafting.saveVersionMeans')}</p>
      {unsaved && <p className="callout callout--warn">{t('drafting.saveVersionUnsaved')}</p>}
      {error !== null && <Refusal act="nameVersion" error={error} />}
      {isBack && <KeptLine onClear={clear} />}
      <label className="field">
        <span className="field__label">{t('drafting.versionName')}</span>
        <input
          className="input"
          value={name}
          maxLength={nameCharsMax}
          placeholder={t('drafting.versionNameLike')}
          onChange={(event) => change({ name: event.target.value })}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && void save()}
        />
      </label>
    </Dialog>
  )
}
