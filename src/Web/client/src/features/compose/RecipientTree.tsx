import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronDown, ChevronRight, Lock, Search } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import { useIsPhone } from '../../shell/media'
import { useDebounced } from '../../shell/useDebounced'
import { api } from '../../wire/api'
import type { RecipientChoice, RecipientRow } from '../../wire/recipients'
import { isChosen, isMixed, toggled, type TreeShape } from './choice'
import './recipients.css'

const branchQuery = (parent: string | undefined) => ({
  queryKey: ['recipients', parent ?? ''],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.recipientTree(parent, signal),
  staleTime: 300_000,
})

interface Shown {
  row: RecipientRow
  level: number
  open: boolean
}

interface RecipientTreeProps {
  choice: RecipientChoice
  onChange: (choice: RecipientChoice) => void
}

export function RecipientTree({ choice, onChange }: RecipientTreeProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const phone = useIsPhone()
  const queries = useQueryClient()
  const [find, setFind] = useState('')
  const asked = useDebounced(find.trim(), 200)
  const [open, setOpen] = useState<readonly string[]>([])
  const [stop, setStop] = useState<string | null>(null)
  const grid = useRef<HTMLDivElement>(null)

  const roots = useQuery(branchQuery(undefined))
  const branches = useQueries({ queries: open.map((selector) => branchQuery(selector)) })
  const found = useQuery({
    queryKey: ['recipientSearch', asked],
    queryFn: ({ signal }) => api.recipientSearch(asked, signal),
    enabled: asked.length > 1,
  })
  const searching = asked.length > 1

  // What has been opened once stays known, so that a closed branch keeps its place in the choice.
  const shape = useMemo<TreeShape>(() => {
    const children = new Map<string, string[]>()
    for (const [key, rows] of queries.getQueriesData<RecipientRow[]>({ queryKey: ['recipients'] })) {
      if (key[1]) children.set(String(key[1]), rows?.map((row) => row.selector) ?? [])
    }
    const parents = new Map([...children].flatMap(([parent, rows]) => rows.map((row) => [row, parent] as const)))
    return { parentOf: (selector) => parents.get(selector), childrenOf: (selector) => children.get(selector) ?? [] }
    // The branches' answers are what fills the cache.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [queries, branches.map((branch) => branch.dataUpdatedAt).join()])

  const shown: Shown[] = []
  const visit = (rows: RecipientRow[] | undefined, level: number) => {
    for (const row of rows ?? []) {
      const isOpen = open.includes(row.selector)
      shown.push({ row, level, open: isOpen })
      if (isOpen) visit(branches[open.indexOf(row.selector)]?.data, level + 1)
    }
  }
  if (searching) for (const row of found.data ?? []) shown.push({ row: { ...row, children: false }, level: 0, open: false })
  else visit(roots.data, 0)

  const setBranch = (selector: string, opened: boolean) => setOpen((held) => (opened ? [...new Set([...held, selector])] : held.filter((one) => one !== selector)))
  const choose = (row: RecipientRow) => row.receives && onChange(toggled(row.selector, choice, shape))
  const focusRow = (selector: string | undefined) => {
    if (!selector) return
    setStop(selector)
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-selector="${CSS.escape(selector)}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = shown.findIndex(({ row }) => row.selector === (event.target as HTMLElement).dataset.selector)
    const here = shown[at]
    if (!here) return
    const { row, open: isOpen, level } = here
    const act: Record<string, () => void> = {
      ArrowDown: () => focusRow(shown[at + 1]?.row.selector),
      ArrowUp: () => focusRow(shown[at - 1]?.row.selector),
      ArrowRight: () => (row.children && !isOpen ? setBranch(row.selector, true) : focusRow(shown[at + 1]?.row.selector)),
      ArrowLeft: () => (isOpen ? setBranch(row.selector, false) : focusRow(shown.slice(0, at).findLast((one) => one.level < level)?.row.selector)),
      ' ': () => choose(row),
      Enter: () => choose(row),
    }
    const run = act[event.key]
    if (!run || event.nativeEvent.isComposing || event.ctrlKey) return
    event.preventDefault()
    run()
  }

  const stopAt = shown.some(({ row }) => row.selector === stop) ? stop : shown[0]?.row.selector
  const error = searching ? found.error : roots.error
  return (
    <div className="recipients">
      <label className="recipients__search">
        <span className="visually-hidden">{t('compose.findRecipient')}</span>
        <Search className="icon" size={16} aria-hidden="true" />
        <input className="input" type="search" autoComplete="off" placeholder={t(phone ? 'compose.findRecipientShort' : 'compose.findRecipientExample')} value={find} onChange={(event) => setFind(event.target.value)} />
      </label>
      <div className="recipients__columns" aria-hidden="true">
        <span>{t('compose.columnName')}</span>
        <span>{t('compose.columnUnits')}</span>
        <span className="recipients__people">{t('compose.columnPeople')}</span>
      </div>
      {/* Its rows take the focus; the grid itself is no stop. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div className="recipients__rows" role="treegrid" aria-label={t('compose.recipients')} aria-multiselectable="true" ref={grid} onKeyDown={onKeyDown} data-scroll>
        {(searching ? found.isLoading : roots.isPending) && <RuledLines count={5} />}
        {error && <Refusal act="load" error={error} onRetry={searching ? found.refetch : roots.refetch} />}
        {searching && found.data?.length === 0 && <p className="recipients__none">{t('compose.nothingFound')}</p>}
        {shown.map(({ row, level, open: isOpen }) => {
          const chosen = isChosen(row.selector, choice, shape)
          const mixed = isMixed(row.selector, choice, shape)
          const own = locale === 'en' && row.nameEn ? row.nameEn : row.name
          // Among its province's own rows a commune needs no province; among search hits it does.
          const name = searching && row.province ? `${own}, ${row.province}` : own
          return (
            <div
              key={row.selector}
              role="row"
              className={`recipients__row recipients__row--${Math.min(level, 3)}`}
              aria-level={level + 1}
              aria-expanded={row.children ? isOpen : undefined}
              aria-selected={chosen}
              tabIndex={row.selector === stopAt ? 0 : -1}
              data-selector={row.selector}
            >
              <span role="gridcell" className="recipients__name">
                {row.children ? (
                  <button
                    type="button"
                    className="icon-button recipients__toggle"
                    tabIndex={-1}
                    aria-label={t(isOpen ? 'compose.close' : 'compose.open', { name })}
                    onClick={() => setBranch(row.selector, !isOpen)}
                  >
                    {isOpen ? <ChevronDown className="icon" size={16} aria-hidden="true" /> : <ChevronRight className="icon" size={16} aria-hidden="true" />}
                  </button>
                ) : (
                  <span className="recipients__toggle" />
                )}
                <label className="recipients__label">
                  <input
                    type="checkbox"
                    className="checkbox"
                    tabIndex={-1}
                    checked={chosen && !mixed}
                    disabled={!row.receives}
                    ref={(box) => {
                      if (box) box.indeterminate = mixed
                    }}
                    onChange={() => choose(row)}
                  />
                  <span className={`recipients__text ellipsis${level === 0 && row.system && chosen ? ' recipients__text--strong' : ''}`} title={name}>
                    {name}
                  </span>
                </label>
                {row.system && <span className="tag recipients__tag">{t('compose.systemGroup')}</span>}
                {(row.notReceiving ?? 0) > 0 && row.children && (
                  <span className="tag recipients__tag">
                    <Lock className="icon" size={12} aria-hidden="true" />
                    {t('compose.notReceiving', { count: row.notReceiving })}
                  </span>
                )}
                {!row.receives && (
                  <span className="tag">
                    <Lock className="icon" size={12} aria-hidden="true" />
                    {t('compose.doesNotReceive')}
                  </span>
                )}
              </span>
              <span role="gridcell" className="recipients__number">{formatNumber(row.units, locale)}</span>
              <span role="gridcell" className="recipients__number recipients__people">{formatNumber(row.people, locale)}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
