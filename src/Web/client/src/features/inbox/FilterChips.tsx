import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { Counter, Filter } from '../../wire/inbox'

interface FilterChipsProps {
  counter: Omit<Counter, 'box'> | null
  filter: Filter
  onChange: (filter: Filter) => void
  /** A place that is a filter itself has no others. */
  simple: boolean
}

export function FilterChips({ counter, filter, onChange, simple }: FilterChipsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const filters: [Filter, number | undefined][] = simple
    ? [['all', counter?.total]]
    : [['all', counter?.total], ['unread', counter?.unread], ['urgent', counter?.urgent], ['overdue', counter?.overdue]]
  return (
    <div className="inbox__filters" role="group" aria-label={t('inbox.filters')}>
      {filters.map(([name, count]) => (
        <button key={name} type="button" className="chip-button" aria-pressed={filter === name} onClick={() => onChange(name)}>
          {t(`inbox.filter.${name}`)} <b>{count === undefined ? '–' : formatNumber(count, locale)}</b>
        </button>
      ))}
    </div>
  )
}
