import { useState } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { useSending } from '../../outbox/useSending'
import { onSendKey } from '../../shell/sendKey'
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
  /** What a suggestion begins with: the letters that it is about, without their footnotes. */
  letters: string
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
  const [replacement, setReplacement] = useState(begun.letters)
  const { sending, error, send } = useSending()
  const suggests = begun.kind === 'suggestion'
  const ready = suggests ? replacement !== begun.letters : words.text.trim() !== ''

  const open = async () => {
    if (!ready) return
    const { letters: _, ...about } = begun
    const body: NewThread = { ...about, text: words.text.trim(), mentions: mentionsOf(words), ...(suggests && { replacement }) }
    if (await send((key) => say('', body, 'thread', key))) onClose()
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
            onKeyDown={onSendKey(() => void open())}
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
        onSend={() => void open()}
        autoFocus={!suggests}
      />
      {error !== null && <Refusal act="thread" error={error} />}
      <div className="thread-form__ways">
        <Button small onClick={onClose}>{t('drafting.threads.cancel')}</Button>
        <Button small tone="primary" aria-disabled={sending || !ready} onClick={() => void open()}>
          {t(suggests ? 'drafting.threads.sendSuggestion' : 'drafting.threads.send')}
        </Button>
      </div>
    </section>
  )
}
