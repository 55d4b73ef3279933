import { Check } from 'lucide-react'
import { Clock } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { placeOf } from '../../kept/keptForms'
import { useKept } from '../../kept/useKept'
import { useOutbox } from '../../outbox/OutboxProvider'
import { undoMs, Withdrawn } from '../../outbox/outbox'
import { notices } from '../../shell/notices'
import { onSendKey } from '../../shell/sendKey'
import { useSession } from '../../shell/SessionProvider'
import { isClassified, type DocumentView } from '../../wire/documents'
import type { OfficialRow } from '../../wire/session'
import { PersonFinder } from '../people/PersonFinder'
import './notes.css'

/** A note to one colleague, about a document or about none; held back ten seconds for undo. */
export function NoteForm({ about, onClose }: { about?: Pick<DocumentView, 'id' | 'secrecy'>; onClose: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const outbox = useOutbox()
  const { me } = useSession()
  const place = placeOf({ official: me.official.id, documentId: about?.id, act: 'note', isClassified: about !== undefined && isClassified(about) })
  const { value: { to, text }, change, isBack, clear, forget, keep } = useKept<{ to: OfficialRow | null; text: string }>(place, { to: null, text: '' })
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [held, setHeld] = useState(false)
  const [missing, setMissing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = async () => {
    if (!to || !text.trim()) return setMissing(true)
    const label = { key: 'acts.note.name', params: { who: to.name } }
    setHeld(true)
    // A page that is left sends what is held back: it is on its way.
    forget()
    setError(null)
    const toast = notices.toast({
      icon: Clock, tone: 'info', sticky: true, until: Date.now() + undoMs, title: { key: 'notes.undo', params: { who: to.name } },
      action: { words: { key: 'toasts.undo' }, run: () => outbox.withdraw(key) },
    })
    setTimeout(() => notices.dismiss(toast), undoMs)
    try {
      await outbox.hold({ key, path: '/api/notes', body: { to: to.id, text: text.trim().normalize('NFC'), documentId: about?.id }, label })
      notices.toast({ icon: Check, tone: 'ok', title: { key: 'acts.note.done', params: { who: to.name } }, sticky: false })
      onClose()
    } catch (refused) {
      notices.dismiss(toast)
      setKey(crypto.randomUUID())
      keep()
      if (!(refused instanceof Withdrawn)) setError(refused)
    } finally {
      setHeld(false)
    }
  }
  return (
    <div className="note">
      {isBack && !held && <KeptLine onClear={clear} />}
      {to ? (
        <p className="note__to">
          {t('notes.to')} <b>{to.name}</b>, <span className="faint">{[to.title, to.unit && unitName(to.unit, locale)].filter(Boolean).join(', ')}</span>{' '}
          {!held && (
            <button type="button" className="link-button" onClick={() => change({ to: null })}>
              {t('notes.change')}
            </button>
          )}
        </p>
      ) : (
        <PersonFinder label={t('notes.find')} onFound={(person) => change({ to: person })} />
      )}
      <label className="field">
        <span className="field__label">{t('notes.text')}</span>
        <textarea className="input" rows={3} value={text} readOnly={held} onChange={(event) => change({ text: event.target.value })} onKeyDown={onSendKey(() => void (held || send()))} />
      </label>
      {missing && (!to || !text.trim()) && (
        <p className="field__error" role="alert">
          {t('notes.missing')}
        </p>
      )}
      {error !== null && <Refusal act="note" error={error} />}
      {!held && (
        <div className="note__ways">
          <Button onClick={onClose}>{t('notes.close')}</Button>
          <Button tone="primary" onClick={() => void send()}>
            {t('acts.note.verb')}
          </Button>
        </div>
      )}
    </div>
  )
}
