import { AtSign } from 'lucide-react'
import { useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Menu } from '../../components/Menu'
import { useTranslation } from '../../i18n'
import type { PersonRef } from '../../wire/session'

/** What somebody says, and whom the words name. */
export interface Words {
  text: string
  named: PersonRef[]
}

export const noWords: Words = { text: '', named: [] }

/** Whoever was named and whose name was taken out again is not called. */
export const mentionsOf = ({ text, named }: Words): number[] =>
  [...new Set(named.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))]

interface MentionFieldProps {
  label: string
  words: Words
  people: PersonRef[]
  onChange: (words: Words) => void
  onSend: () => void
  autoFocus?: boolean
}

/** A few words, in which colleagues can be named. */
export function MentionField({ label, words, people, onChange, onSend, autoFocus = false }: MentionFieldProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const name = (person: PersonRef) => {
    const at = field.current?.selectionStart ?? words.text.length
    const before = words.text.slice(0, at)
    const put = `${before && !/\s$/.test(before) ? ' ' : ''}@${person.name} `
    onChange({ text: before + put + words.text.slice(at), named: [...words.named, person] })
    field.current?.focus()
  }
  return (
    <div className="mention">
      <label className="field">
        <span className="field__label">{label}</span>
        <textarea
          ref={field}
          className="input"
          rows={3}
          maxLength={1_000}
          // It opens when somebody asked for it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={autoFocus}
          value={words.text}
          onChange={(event) => onChange({ ...words, text: event.target.value })}
          onKeyDown={(event) => {
            if (!event.nativeEvent.isComposing && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
          }}
        />
      </label>
      {people.length > 0 && (
        <Menu
          label={t('drafting.threads.mentionWho')}
          entries={people.map((one) => ({ id: String(one.id), label: one.name }))}
          onAction={(id) => name(people.find((one) => String(one.id) === id)!)}
          trigger={
            <AriaButton className="button button--quiet button--small">
              <AtSign className="icon" size={16} aria-hidden="true" />
              {t('drafting.threads.mention')}
            </AriaButton>
          }
        />
      )}
    </div>
  )
}

/** The words of an entry, with the names in it set off. */
export function Said({ text, people }: { text: string; people: PersonRef[] }) {
  const names = people.map(({ name }) => `@${name}`).filter((name) => text.includes(name)).sort((a, b) => b.length - a.length)
  if (names.length === 0) return text
  const parts = text.split(new RegExp(`(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')})`))
  // Parts of a fixed text: their place is their identity.
  // oxlint-disable-next-line react/no-array-index-key
  return parts.map((part, at) => (names.includes(part) ? <b key={at}>{part}</b> : part))
}
