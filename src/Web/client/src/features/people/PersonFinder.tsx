import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '../../components/Refusal'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { useDebounced } from '../../shell/useDebounced'
import { api } from '../../wire/api'
import type { OfficialRow } from '../../wire/session'
import './people.css'

/** Finds a colleague by name; the field takes the focus, because it opens when somebody asked for it. */
export function PersonFinder({ label, onFound }: { label: string; onFound: (person: OfficialRow) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [find, setFind] = useState('')
  const asked = useDebounced(find.trim(), 200)
  const officials = useQuery({
    queryKey: ['officials', asked],
    queryFn: ({ signal }) => api.officials(asked, signal),
    enabled: asked.length > 1,
  })
  return (
    <>
      <label className="field">
        <span className="field__label">{label}</span>
        <input className="input" type="search" autoComplete="off" autoFocus value={find} onChange={(event) => setFind(event.target.value)} />
      </label>
      {officials.isError && <Refusal act="load" error={officials.error} onRetry={officials.refetch} />}
      {officials.data && (
        <ul className="found-people">
          {officials.data.length === 0 && <li className="faint">{t('notes.nobody')}</li>}
          {officials.data.map((one) => (
            <li key={one.id}>
              <button type="button" className="found-people__one" onClick={() => onFound(one)}>
                <b>{one.name}</b> <span className="faint">{[one.title, one.unit && unitName(one.unit, locale)].filter(Boolean).join(', ')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
