import { useState } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { Avatar } from '../../components/signs'
import { moment } from '../../format/dates'
import { i18n, useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { useKeptSending } from '../../kept/useKeptSending'
import { Withdrawn } from '../../outbox/outbox'
import { useSession } from '../../shell/SessionProvider'
import { NoteForm } from '../notes/NoteForm'
import type { DeliveryView, DocumentView } from '../../wire/documents'
import { useAct } from './useAct'
import { placeOfAct } from './useDocument'

/** "document.draft-returned" on the wire, documentDraftReturned in the i18n files. */
const kindKey = (kind: string) => kind.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())

/** Remarks of the review rounds, notes to a colleague, and the record of what was done. */
export function Conversation({ view, delivery }: { view: DocumentView; delivery: DeliveryView | undefined }) {
  const { t } = useTranslation()
  const [noting, setNoting] = useState(false)
  const rounds = new Set(view.comments.map((comment) => comment.round))
  return (
    <div className="talk">
      {(view.comments.length > 0 || view.actions.includes('comment')) && (
        <section className="talk__part" aria-label={t('documents.remarks')}>
          <h2 className="pane-title">{t('documents.remarks')}</h2>
          <ul className="talk__list">
            {view.comments.map((comment) => (
              <li key={`${comment.at}${comment.by.id}`} className="talk__line">
                <Avatar id={comment.by.id} name={comment.by.name} />
                <div>
                  <p>
                    <b>{comment.by.name}</b> <span className="faint">{moment(comment.at)}</span>
                    {rounds.size > 1 && <span className="faint">, {t('documents.round', { count: comment.round })}</span>}
                  </p>
                  <p className="talk__text">{comment.text}</p>
                </div>
              </li>
            ))}
          </ul>
          {view.actions.includes('comment') && <CommentForm view={view} delivery={delivery} />}
        </section>
      )}
      <section className="talk__part" aria-label={t('documents.history')}>
        <h2 className="pane-title">{t('documents.history')}</h2>
        {view.history.length === 0 ? (
          <p className="faint">{t('documents.historyNone')}</p>
        ) : (
          <ol className="history">
            {view.history.map((line) => (
              <li key={line.position} className="history__line">
                <span className="history__time">{moment(line.at)}</span>
                <span>
                  <b>{line.by.name}</b>{' '}
                  {i18n.exists(`documents.kinds.${kindKey(line.kind)}`) ? t(`documents.kinds.${kindKey(line.kind)}`) : t('documents.kinds.other')}
                  {line.text && `: ${line.text}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <div className="talk__foot">
        {noting ? <NoteForm about={view} onClose={() => setNoting(false)} /> : <Button onClick={() => setNoting(true)}>{t('documents.noteAbout')}</Button>}
      </div>
    </div>
  )
}

function CommentForm({ view, delivery }: { view: DocumentView; delivery: DeliveryView | undefined }) {
  const { t } = useTranslation()
  const { run, busy, failure } = useAct(view, delivery)
  const { me } = useSession()
  const { value: { text }, change, isBack, clear, send } = useKeptSending(placeOfAct(view, undefined, 'comment', me), { text: '' })
  const comment = async () => {
    if (!text.trim()) return
    const isDone = await send(async (key) => {
      const ack = await run({ act: 'comment', key, body: { text: text.trim().normalize('NFC') } })
      // What was taken back stays in the field.
      if (!ack) throw new Withdrawn()
    })
    if (isDone) clear()
  }
  return (
    <div className="talk__form">
      {isBack && <KeptLine onClear={clear} />}
      <label className="field">
        <span className="visually-hidden">{t('documents.remarkField')}</span>
        <textarea
          className="input"
          rows={2}
          placeholder={t('documents.remarkField')}
          value={text}
          readOnly={busy !== null}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) void comment()
          }}
        />
      </label>
      {failure?.act === 'comment' && <Refusal act="comment" error={failure.error} />}
      <Button onClick={() => void comment()} aria-disabled={busy !== null || !text.trim()}>
        {t(busy ? 'documents.sending' : 'acts.comment.verb')}
      </Button>
    </div>
  )
}
