import { useEffect, useRef } from 'react'
import { Avatar } from '../../components/signs'
import { useTranslation } from '../../i18n'
import type { PersonRef } from '../../wire/session'

interface MentionListProps {
  id: string
  offered: PersonRef[]
  chosen: PersonRef | undefined
  onChoose: (person: PersonRef) => void
}

export const optionId = (list: string, person: PersonRef) => `${list}-${person.id}`

/** Who may be meant. The focus stays in the field, which has the keys. */
export function MentionList({ id, offered, chosen, onChoose }: MentionListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  // Newer browsers answer with a promise here, which is no clean-up.
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div ref={list} id={id} className="mention__list" role="listbox" aria-label={t('drafting.threads.mentionWho')}>
      {offered.map((one) => (
        // The keys are the field's.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={one.id}
          id={optionId(id, one)}
          className="mention__one"
          role="option"
          tabIndex={-1}
          aria-selected={one === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(one)}
        >
          <Avatar id={one.id} name={one.name} />
          <span>{one.name}</span>
        </div>
      ))}
    </div>
  )
}
