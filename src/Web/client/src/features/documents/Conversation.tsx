import type { TFunction } from 'i18next'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { Avatar } from '../../components/signs'
import { moment } from '../../format/dates'
import { unitName } from '../../format/names'
import { formatNumber } from '../../format/numbers'
import { i18n, useLocale, useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { useKeptSending } from '../../kept/useKeptSending'
import { Withdrawn } from '../../outbox/outbox'
import { useSession } from '../../shell/SessionProvider'
import { NoteForm } from '../notes/NoteForm'
import type { DeliveryView, DocumentView, HistoryLine } from '../../wire/documents'
import type { Locale } from '../../wire/session'
import { useAct } from './useAct'
import { placeOfAct } from './useDocument'

/** "document.draft-returned" on the wire, documentDraftReturned in the i18n files. */
const kindKey = (kind: string) => kind.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())

/** Remarks of the review rounds, notes to a colleague, and the record of what was done. */
export function Conversation({ view, delivery }: { view: DocumentView; delivery: DeliveryView | undefined }) {
  const { t } = useTranslation()
  const [noting, setNoting] = useState(false)
  const locale = useLocale()
  const received = delivery?.history ?? []
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
      {(view.history.length > 0 || received.length === 0) && <History title={t('documents.history')} lines={view.history} />}
      {received.length > 0 && <History title={t('documents.historyIn', { unit: unitName(delivery!.unit, locale) })} lines={received} />}
      <div className="talk__foot">
        {noting ? <NoteForm about={view} onClose={() => setNoting(false)} /> : <Button onClick={() => setNoting(true)}>{t('documents.noteAbout')}</Button>}
      </div>
    </div>
  )
}

const registered = 'delivery.registered'

/** What was done, when and by whom: with the document by those who issued it, or in the unit that received it. */
function History({ title, lines }: { title: string; lines: HistoryLine[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <section className="talk__part" aria-label={title}>
      <h2 className="pane-title">{title}</h2>
      {lines.length === 0 ? (
        <p className="faint">{t('documents.historyNone')}</p>
      ) : (
        <ol className="history">
          {lines.map((line) => (
            <li key={line.position} className="history__line">
              <span className="history__time">{moment(line.at)}</span>
              <span>
                {line.by.name && <b>{line.by.name}</b>} {historyWords(line, t, locale)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** With the words that a person gave; a number in the register is said as one, and to whom it went follows without a colon. */
function historyWords({ kind, text: said }: HistoryLine, t: TFunction, locale: Locale): string {
  const text = said && kind === registered ? formatNumber(Number(said), locale) : said
  const key = `documents.kinds.${kindKey(kind)}`
  if (text && i18n.exists(`${key}To`)) return t(`${key}To`, { text })
  return [i18n.exists(key) ? t(key) : t('documents.kinds.other'), text].filter(Boolean).join(': ')
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
