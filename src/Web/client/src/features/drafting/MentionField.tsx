import { AtSign } from 'lucide-react'
import { useId, useRef } from 'react'
import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'
import type { PersonRef } from '../../wire/session'
import { wordsMax, type Words } from './mention'
import { MentionList, optionId } from './MentionList'
import { useMention } from './useMention'

interface MentionFieldProps {
  label: string
  words: Words
  /** Who can be named: those who are inside the draft. */
  people: PersonRef[]
  onChange: (words: Words) => void
  onSend: () => void
  autoFocus?: boolean
}

/** A few words, in which colleagues can be named: behind a sign their names are offered, as in a combobox. */
export function MentionField({ label, words, people, onChange, onSend, autoFocus = false }: MentionFieldProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const { offered, chosen, choose, follow, leave, write, call, onKey } = useMention(field, words, people, onChange)
  // Of several lines it is a text box, and only for the moment in which one chooses it is a combobox.
  const combobox = chosen && ({ role: 'combobox', 'aria-expanded': true, 'aria-autocomplete': 'list', 'aria-controls': list, 'aria-activedescendant': optionId(list, chosen) } as const)
  return (
    <div className="mention">
      <div className="mention__field">
        <label className="field">
          <span className="field__label">{label}</span>
          <textarea
            ref={field}
            className="input"
            rows={3}
            maxLength={wordsMax}
            lang="vi"
            // It opens when somebody asked for it.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={autoFocus}
            value={words.text}
            {...combobox}
            onChange={(event) => write(event.target.value)}
            onSelect={follow}
            onBlur={leave}
            onKeyDown={(event) => {
              if (onKey(event)) return
              if (!event.nativeEvent.isComposing && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
            }}
          />
        </label>
        {chosen && <MentionList id={list} offered={offered} chosen={chosen} onChoose={choose} />}
      </div>
      {people.length > 0 && (
        <Button small tone="quiet" icon={AtSign} onClick={call}>{t('drafting.threads.mention')}</Button>
      )}
    </div>
  )
}
