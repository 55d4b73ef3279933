import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight, Search } from 'lucide-react'
import { useId, useMemo, useRef, useState } from 'react'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { folded, unitName } from '../../format/names'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import type { RecipientChoice } from '../../wire/recipients'
import './recipient-names.css'

const searchFrom = 20
const virtualRowsMin = 200
const rowPx = 28

interface RecipientNamesProps {
  choice: RecipientChoice
  issuer: number
  /** How many will receive, as counted already. */
  units: number
}

/** The names behind the number: read when they are looked at. */
export function RecipientNames(props: RecipientNamesProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const list = useId()
  return (
    <div className="names">
      <button type="button" className="link-button names__toggle" aria-expanded={open} aria-controls={open ? list : undefined} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown className="icon" size={16} aria-hidden="true" /> : <ChevronRight className="icon" size={16} aria-hidden="true" />}
        {t('compose.names', { count: props.units })}
      </button>
      {open && (
        <div id={list}>
          <RecipientNameList {...props} />
        </div>
      )}
    </div>
  )
}

/** Every unit that will receive, communes with their province; the reader may look for one. */
export function RecipientNameList({ choice, issuer, units }: RecipientNamesProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [find, setFind] = useState('')
  const names = useQuery({
    // Counted anew, it is read anew.
    queryKey: ['recipientNames', issuer, choice, units],
    queryFn: ({ signal }) => api.recipientNames(choice, issuer, signal),
  })
  const all = useMemo(() => (names.data?.names ?? []).map((one) => ({ id: one.id, name: unitName(one, locale), text: folded(`${one.name} ${one.nameEn} ${one.province ?? ''}`) })), [names.data, locale])
  const asked = folded(find.trim())
  const shown = asked ? all.filter((one) => one.text.includes(asked)) : all
  if (names.isPending) return <RuledLines count={3} />
  // A node of the version before counts and does not name.
  if (names.isError || !names.data.names) return <Refusal act="load" error={names.error} onRetry={names.refetch} />
  return (
    <div className="names__body">
      {units >= searchFrom && (
        <label className="names__search">
          <span className="visually-hidden">{t('compose.findName')}</span>
          <Search className="icon" size={16} aria-hidden="true" />
          <input className="input" type="search" autoComplete="off" placeholder={t('compose.findName')} value={find} onChange={(event) => setFind(event.target.value)} />
        </label>
      )}
      <NameRows rows={shown} />
      <p className="names__count dense faint" aria-live="polite">
        {asked ? t('compose.namesFound', { count: shown.length, all: formatNumber(all.length, locale) }) : ''}
      </p>
    </div>
  )
}

/** Beyond 200 only those in view are drawn. */
function NameRows({ rows }: { rows: readonly { id: number; name: string }[] }) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = rows.length > virtualRowsMin
  // What it returns is used here alone, where it is called.
  // oxlint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({ count: rows.length, enabled: virtual, getScrollElement: () => scroller.current, estimateSize: () => rowPx, overscan: 10 })
  return (
    // A scrolling region must be reachable by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="names__rows" ref={scroller} tabIndex={0} role="region" aria-label={t('compose.receivers')} data-scroll>
      {virtual ? (
        <ul className="names__virtual" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => (
            <li key={key} ref={virtualizer.measureElement} data-index={index} aria-setsize={rows.length} aria-posinset={index + 1} style={{ transform: `translateY(${start}px)` }}>
              {rows[index]!.name}
            </li>
          ))}
        </ul>
      ) : (
        <ul>
          {rows.map((one) => (
            <li key={one.id}>{one.name}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
