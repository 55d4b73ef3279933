import { useRef, useState } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import type { PersonRef } from '../../wire/session'
import type { NewThread, ThreadKind } from '../../wire/threads'
import { mentionsOf, noWords } from './mention'
import { MentionField } from './MentionField'
import { Quoted } from './Quoted'
import type { SayThread } from './useThreads'

/** A place that somebody chose to say something about; it moves with its letters while the words are found. */
export interface Begun {
  kind: ThreadKind
  start: string
  end: string
  quote: string
}

interface ThreadFormProps {
  begun: Begun
  people: PersonRef[]
  say: SayThread
  onClose: () => void
}

export function ThreadForm({ begun, people, say, onClose }: ThreadFormProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState(noWords)
  const [replacement, setReplacement] = useState(begun.quote)
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const command = useRef(crypto.randomUUID())
  const suggests = begun.kind === 'suggestion'
  const ready = suggests ? replacement !== begun.quote : words.text.trim() !== ''

  const send = async () => {
    if (sending || !ready) return
    setSending(true)
    setError(null)
    const body: NewThread = { ...begun, text: words.text.trim(), mentions: mentionsOf(words), ...(suggests && { replacement }) }
    try {
      await say('', body, 'thread', command.current)
      onClose()
    } catch (refused) {
      command.current = crypto.randomUUID()
      setError(refused)
      setSending(false)
    }
  }
  return (
    <section className="thread-form" aria-label={t(`drafting.threads.${begun.kind}`)}>
      <h2 className="thread-form__head">{t(`drafting.threads.${begun.kind}`)}</h2>
      {suggests ? (
        <label className="field">
          <span className="field__label">{t('drafting.threads.replacement')}</span>
          <textarea
            className="input"
            rows={3}
            maxLength={5_000}
            lang="vi"
            // It opens when somebody asked for it.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={replacement}
            // A suggestion is about letters of one paragraph.
            onChange={(event) => setReplacement(event.target.value.replace(/\s*\n\s*/g, ' '))}
          />
        </label>
      ) : (
        <Quoted text={begun.quote} />
      )}
      <MentionField
        label={t(suggests ? 'drafting.threads.why' : 'drafting.threads.remark')}
        words={words}
        people={people}
        onChange={setWords}
        onSend={() => void send()}
        autoFocus={!suggests}
      />
      {error !== null && <Refusal act="thread" error={error} />}
      <div className="thread-form__ways">
        <Button small onClick={onClose}>{t('drafting.threads.cancel')}</Button>
        <Button small tone="primary" aria-disabled={sending || !ready} onClick={() => void send()}>
          {t(suggests ? 'drafting.threads.sendSuggestion' : 'drafting.threads.send')}
        </Button>
      </div>
    </section>
  )
}
