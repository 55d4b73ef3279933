import { Lock } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { formatNumber } from '../format/numbers'
import { deadlineOf, fullDay } from '../format/dates'
import { initials, personColour } from '../format/names'
import { useLocale, useTranslation } from '../i18n'
import type { Secrecy, Urgency } from '../wire/inbox'
import type { StepRole } from '../wire/documents'
import './signs.css'

const chevronCount = { urgent: 1, veryUrgent: 2, immediate: 3 } as const

export function Chevrons({ urgency }: { urgency: Exclude<Urgency, 'normal'> }) {
  const count = chevronCount[urgency]
  return (
    <svg className="chevrons" viewBox={`0 0 ${count * 5 + 1} 10`} width={count * 5 + 1} height="10" aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        <path key={at} d={`M${at * 5 + 1} 1.5 L${at * 5 + 4.2} 5 L${at * 5 + 1} 8.5`} fill="none" stroke="currentColor" strokeWidth="2" />
      ))}
    </svg>
  )
}

export function UrgencyChip({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation()
  if (urgency === 'normal') return null
  return (
    <span className={`urgency urgency--${urgency}`}>
      <Chevrons urgency={urgency} />
      {t(`words.urgency.${urgency}`)}
    </span>
  )
}

export function SecrecyChip({ secrecy }: { secrecy: Secrecy }) {
  const { t } = useTranslation()
  if (secrecy === 'normal') return null
  return (
    <span className={`secrecy secrecy--${secrecy}`}>
      <Lock className="icon" size={12} aria-hidden="true" />
      {t(`words.secrecy.${secrecy}`)}
    </span>
  )
}

/** A quarter full, half full, or solid with an exclamation mark: readable without colour. */
function DeadlineRing({ level }: { level: 'inTime' | 'near' | 'overdue' }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {level === 'overdue' ? (
        <>
          <circle cx="7" cy="7" r="6.5" fill="currentColor" />
          <path d="M7 3.2v4.6" stroke="var(--surface)" strokeWidth="1.8" strokeLinecap="round" />
          <circle cx="7" cy="10.4" r="1.05" fill="var(--surface)" />
        </>
      ) : (
        <>
          <circle cx="7" cy="7" r="5.8" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d={level === 'near' ? 'M7 2.6a4.4 4.4 0 0 0 0 8.8z' : 'M7 7V2.8A4.2 4.2 0 0 1 11.2 7z'} fill="currentColor" />
        </>
      )}
    </svg>
  )
}

export interface DeadlineProps {
  dueOn?: string | null
  overdue?: boolean
  urgency?: Urgency
  /** Adds the calendar date after the words. */
  dated?: boolean
}

export function useDeadlineWords({ dueOn, overdue = false, urgency = 'normal' }: DeadlineProps) {
  const { t } = useTranslation()
  if (!dueOn) return urgency === 'immediate' ? { level: 'overdue' as const, words: t('words.deadline.now') } : null
  const { level, days } = deadlineOf(dueOn, overdue)
  if (level === 'overdue') return { level, words: days === 0 ? t('words.deadline.overdueToday') : t('words.deadline.overdue', { count: days }) }
  if (urgency === 'immediate') return { level: 'overdue' as const, words: t('words.deadline.now') }
  const words = days === 0 ? t('words.deadline.today') : days === 1 ? t('words.deadline.tomorrow') : t('words.deadline.left', { count: days })
  return { level, words }
}

export function Deadline(props: DeadlineProps) {
  const { t } = useTranslation()
  const shown = useDeadlineWords(props)
  if (!shown) return null
  return (
    <span className={`deadline deadline--${shown.level}`}>
      <DeadlineRing level={shown.level} />
      {shown.words}
      {props.dated && props.dueOn && `, ${t('words.deadline.on', { date: fullDay(props.dueOn) }).toLocaleLowerCase('vi')}`}
    </span>
  )
}

export function RoleMark({ role }: { role: StepRole }) {
  const { t } = useTranslation()
  const quiet = role !== 'lead' && role !== 'coordinate'
  return (
    <span className={quiet ? 'role role--quiet' : 'role'}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {role === 'lead' && <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" />}
        {role === 'coordinate' && <path d="M6 1.6 10.4 6 6 10.4 1.6 6z" fill="none" stroke="currentColor" strokeWidth="1.6" />}
        {quiet && <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2 1.6" />}
      </svg>
      {t(`words.roles.${role}`)}
    </span>
  )
}

export function Avatar({ id, name }: { id: number; name: string }) {
  return (
    <span className={`avatar avatar--${personColour(id)}`} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

const tickMs = 2_000

/** A number that is a promise: it shows a dash rather than an old value that is not said to be old. */
export const Counter = memo(function Counter({ value, danger = false, stale = false }: { value: number | null; danger?: boolean; stale?: boolean }) {
  const locale = useLocale()
  const before = useRef(value)
  const [tick, setTick] = useState(0)

  useEffect(() => {
    const grown = value !== null && before.current !== null ? value - before.current : 0
    before.current = value
    if (grown > 0) setTick((shown) => shown + grown)
  }, [value])
  // Of its own: it goes after its time also when the number falls again meanwhile.
  useEffect(() => {
    if (tick === 0) return
    const timer = setTimeout(() => setTick(0), tickMs)
    return () => clearTimeout(timer)
  }, [tick])

  const look = value === 0 ? ' counter__number--zero' : stale ? ' counter__number--stale' : danger ? ' counter__number--danger' : ''
  return (
    <span className="counter">
      {tick > 0 && <span className="counter__tick" aria-hidden="true">+{formatNumber(tick, locale)}</span>}
      <span className={`counter__number${look}`}>{value === null ? '–' : formatNumber(value, locale)}</span>
    </span>
  )
})
