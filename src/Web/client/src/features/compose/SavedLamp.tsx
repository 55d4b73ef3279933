import { Check, Clock, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { timeWithSeconds } from '../../format/dates'
import { useTranslation } from '../../i18n'
import type { Saved } from './useDraft'
import './saved-lamp.css'

const savingSaidMs = 3_000
const unsavedSaidMs = 10_000

interface SavedLampProps {
  saved: Saved
  /** Whether a screen reader is told of each saving: not where it comes with the letters that one types. */
  told?: boolean
}

/** Says "saved" only after the server's acknowledgement. */
export function SavedLamp({ saved, told = true }: SavedLampProps) {
  const { t } = useTranslation()
  const since = saved.state === 'saving' ? saved.since : null
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (since === null) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [since])

  const at = saved.state === 'clean' ? saved.at : null
  return (
    <>
      {/* It stands before its words come: one that comes with them is heard by few readers. */}
      <span className={at ? 'saved saved--ok' : 'visually-hidden'} role={told ? 'status' : undefined}>
        {at && <Check className="icon" size={16} aria-hidden="true" />}
        {at && t('line.saved', { time: timeWithSeconds(at) })}
      </span>
      {saved.state !== 'clean' && <Unsaved saved={saved} now={now} />}
    </>
  )
}

function Unsaved({ saved, now }: { saved: Exclude<Saved, { state: 'clean' }>; now: number }) {
  const { t } = useTranslation()
  if (saved.state === 'dirty') {
    return (
      <span className="saved">
        <Clock className="icon" size={16} aria-hidden="true" />
        {t('compose.notSavedYet')}
      </span>
    )
  }
  const waited = now - saved.since
  if (waited > unsavedSaidMs) {
    return (
      <span className="saved saved--danger">
        <TriangleAlert className="icon" size={16} aria-hidden="true" />
        {/* Said once: the number grows with each letter. */}
        <span className="visually-hidden" role="alert">{t('line.unsaved')}</span>
        <span aria-hidden="true">{saved.changes ? t('line.unsavedChanges', { count: saved.changes }) : t('line.unsaved')}</span>
      </span>
    )
  }
  if (waited < savingSaidMs) return null
  return (
    <span className="saved">
      <Clock className="icon" size={16} aria-hidden="true" />
      {t('line.saving')}
    </span>
  )
}
