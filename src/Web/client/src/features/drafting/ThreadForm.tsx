import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import type { Place } from '../../kept/keptForms'
import { useKeptSending } from '../../kept/useKeptSending'
import { onSendKey } from '../../shell/sendKey'
import type { PersonRef } from '../../wire/session'
import type { NewThread, ThreadKind } from '../../wire/threads'
import { mentionsOf, noWords, type Words } from './mention'
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

/** What is kept of it until it is sent: also what it is about, since nothing else knows that after a reload. */
export interface BegunWords extends Words {
  begun: Begun
  replacement: string
}

interface ThreadFormProps {
  begun: Begun
  place: Place
  people: PersonRef[]
  say: SayThread
  onClose: () => void
}

export function ThreadForm({ begun, place, people, say, onClose }: ThreadFormProps) {
  const { t } = useTranslation()
  const suggests = begun.kind === 'suggestion'
  const { value: words, change, isBack, clear, forget, sending, error, send } = useKeptSending<BegunWords>(place, { ...noWords, begun, replacement: suggests ? begun.letters : '' })
  const { replacement } = words
  const ready = suggests ? replacement !== begun.letters : words.text.trim() !== ''

  const open = async () => {
    if (!ready) return
    const { letters: _, ...about } = begun
    const body: NewThread = { ...about, text: words.text.trim(), mentions: mentionsOf(words), ...(suggests && { replacement }) }
    if (await send((key) => say('', body, 'thread', key))) onClose()
  }
  const leave = () => {
    forget()
    onClose()
  }
  return (
    <section className="thread-form" aria-label={t(`drafting.threads.${begun.kind}`)}>
      <h2 className="thread-form__head">{t(`drafting.threads.${begun.kind}`)}</h2>
      {isBack && <KeptLine onClear={clear} />}
      {suggests ? (
        <label className="field">
          <span className="field__label">{t('drafting.threads.replacement')}</span>
          <textarea
            className="input"
            rows={3}
            maxLength={5_000}
            lang="vi"
            // It opens when somebody asked for it, or with the page.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={!isBack}
            value={replacement}
            // A suggestion is about letters of one paragraph.
            onChange={(event) => change({ replacement: event.target.value.replace(/\s*\n\s*/g, ' ') })}
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
        onChange={change}
        onSend={() => void open()}
        autoFocus={!suggests && !isBack}
      />
      {error !== null && <Refusal act="thread" error={error} />}
      <div className="thread-form__ways">
        <Button small onClick={leave}>{t('drafting.threads.cancel')}</Button>
        <Button small tone="primary" aria-disabled={sending || !ready} onClick={() => void open()}>
          {t(suggests ? 'drafting.threads.sendSuggestion' : 'drafting.threads.send')}
        </Button>
      </div>
    </section>
  )
}
