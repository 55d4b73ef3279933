import { Check, CornerDownRight, RotateCcw, Undo2, X, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { Avatar } from '../../components/signs'
import { moment } from '../../format/dates'
import { personColour } from '../../format/names'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { keptForm, type Place } from '../../kept/keptForms'
import { useKeptSending } from '../../kept/useKeptSending'
import type { PersonRef } from '../../wire/session'
import type { Settlement, Thread, ThreadEntry } from '../../wire/threads'
import { mentionsOf, noWords } from './mention'
import { MentionField } from './MentionField'
import { Quoted } from './Quoted'
import { Said } from './Said'
import type { SayThread } from './useThreads'

const pathOf: Record<Settlement, string> = { accepted: 'accept', rejected: 'reject', withdrawn: 'withdraw', resolved: 'resolve', reopened: 'reopen' }
const iconOf: Record<Settlement, LucideIcon> = { accepted: Check, rejected: X, withdrawn: Undo2, resolved: Check, reopened: RotateCcw }

interface ThreadCardProps {
  thread: Thread
  /** Where the words of an answer are kept. */
  replyPlace: Place
  /** How its place is found in the text; null where the text is not shown. */
  place: 'there' | 'changed' | 'lost'
  chosen: boolean
  /** Whose names may stand in what was said. */
  people: PersonRef[]
  /** Who is inside the draft and can be named in an answer. */
  inside: PersonRef[]
  /** Whether the person may say anything here now. */
  speaks: boolean
  say: SayThread
  onChoose: () => void
  /** Puts what was accepted into the text. */
  onTake: (thread: Thread) => void
  /** It was accepted, is not in the text, and this person may put it there. */
  takes: boolean
}

export function ThreadCard({ thread, replyPlace, place, chosen, people, inside, speaks, say, onChoose, onTake, takes }: ThreadCardProps) {
  const { t } = useTranslation()
  const card = useRef<HTMLLIElement>(null)
  const [replying, setReplying] = useState(() => speaks && keptForm(replyPlace) !== undefined)
  const { settle, busy, error } = useSettle(thread, say, onTake)
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const suggests = thread.kind === 'suggestion'
  // What is not there letter for letter is for a hand to change.
  const actions = thread.actions.filter((action) => action !== 'accepted' || place === 'there')
  return (
    <li ref={card} className={`thread-card writer-${personColour(thread.entries[0]?.by.id ?? 0)}`} data-chosen={chosen || undefined} data-thread={thread.id}>
      <button type="button" className="thread-card__place" aria-pressed={chosen} onClick={onChoose}>
        <span className="thread-card__kind">{t(`drafting.threads.${thread.kind}`)}</span>
        {thread.quote && <Quoted text={thread.quote} gone={suggests} />}
        {suggests && thread.replacement && <ins className="quoted quoted--new" lang="vi">{thread.replacement}</ins>}
      </button>
      {thread.state === 'open' && place === 'lost' && <p className="thread-card__note">{t('drafting.threads.lost')}</p>}
      {thread.state === 'open' && suggests && place === 'changed' && <p className="thread-card__note">{t('drafting.threads.changed')}</p>}
      <ol className="thread-card__entries">
        {thread.entries.filter(({ kind, text }) => kind !== 'opened' || text !== '' || suggests).map((entry) => (
          <Entry key={entry.id} entry={entry} people={people} />
        ))}
      </ol>
      {takes && (
        <p className="thread-card__note">
          {t('drafting.threads.leftOut')} <Button small onClick={() => onTake(thread)}>{t('drafting.threads.take')}</Button>
        </p>
      )}
      {error !== null && <Refusal act="settleThread" error={error} />}
      {speaks && (
        <div className="thread-card__ways">
          {actions.map((action) => (
            <Button key={action} small tone={action === 'accepted' ? 'primary' : 'plain'} icon={iconOf[action]} aria-disabled={busy} onClick={() => void settle(action)}>
              {t(`drafting.threads.settle.${action}`)}
            </Button>
          ))}
          {!replying && (
            <Button small tone="quiet" icon={CornerDownRight} onClick={() => setReplying(true)}>{t('drafting.threads.reply')}</Button>
          )}
        </div>
      )}
      {replying && <Reply thread={thread} place={replyPlace} people={inside} say={say} onClose={() => setReplying(false)} />}
    </li>
  )
}

function Entry({ entry, people }: { entry: ThreadEntry; people: PersonRef[] }) {
  const { t } = useTranslation()
  const decided = entry.kind !== 'opened' && entry.kind !== 'replied'
  return (
    <li className="thread-card__entry">
      <Avatar id={entry.by.id} name={entry.by.name} />
      <div>
        <p>
          <b>{entry.by.name}</b> {decided && t(`drafting.threads.did.${entry.kind}`)} <span className="faint">{moment(entry.at)}</span>
        </p>
        {entry.text && <p className="thread-card__text"><Said text={entry.text} people={people} /></p>}
      </div>
    </li>
  )
}

/** Of two who accept, the server takes one; only that one's editor changes the text. */
function useSettle(thread: Thread, say: SayThread, onTake: (thread: Thread) => void) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const settle = async (action: Settlement) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await say(`/${thread.id}/${pathOf[action]}`, {}, 'settleThread')
      if (action === 'accepted') onTake(thread)
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  return { settle, busy, error }
}

function Reply({ thread, place, people, say, onClose }: { thread: Thread; place: Place; people: PersonRef[]; say: SayThread; onClose: () => void }) {
  const { t } = useTranslation()
  const { value: words, change, isBack, clear, forget, sending, error, send } = useKeptSending(place, noWords)
  const reply = async () => {
    if (!words.text.trim()) return
    const body = { text: words.text.trim(), mentions: mentionsOf(words) }
    if (await send((key) => say(`/${thread.id}/replies`, body, 'thread', key))) onClose()
  }
  const leave = () => {
    forget()
    onClose()
  }
  return (
    <div className="thread-form">
      {isBack && <KeptLine onClear={clear} />}
      <MentionField label={t('drafting.threads.replyText')} words={words} people={people} onChange={change} onSend={() => void reply()} autoFocus={!isBack} />
      {error !== null && <Refusal act="thread" error={error} />}
      <div className="thread-form__ways">
        <Button small onClick={leave}>{t('drafting.threads.cancel')}</Button>
        <Button small tone="primary" aria-disabled={sending || !words.text.trim()} onClick={() => void reply()}>{t('drafting.threads.replySend')}</Button>
      </div>
    </div>
  )
}
