import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { EmptyState, RuledLines } from '../../components/EmptyState'
import { Refusal } from '../../components/Refusal'
import { SecrecyChip, UrgencyChip } from '../../components/signs'
import { moment } from '../../format/dates'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import { pageOf } from '../../shell/itemHref'
import { useKeys } from '../../shell/keys'
import { fromList } from '../../shell/origin'
import { useIsPhone } from '../../shell/media'
import { PhoneBar } from '../../shell/PhoneBar'
import { usePageTitle } from '../../shell/usePageTitle'
import { api } from '../../wire/api'
import type { SearchPage as Found } from '../../wire/registers'
import './search.css'

const pageSize = 50
const takeMax = 100

/** Found without marks, cut by what the person may see before anything is counted. */
export default function SearchPage() {
  const { t } = useTranslation()
  const locale = useLocale()
  const phone = useIsPhone()
  const [parameters, setParameters] = useSearchParams()
  const q = parameters.get('q') ?? ''
  const [typed, setTyped] = useState(q)
  const [take, setTake] = useState(pageSize)
  const list = useRef<HTMLOListElement>(null)
  usePageTitle(t('search.title'))
  useEffect(() => setTake(pageSize), [q])
  const query = useQuery({
    queryKey: ['search', q, take],
    queryFn: ({ signal }) => api.search(q, take, signal),
    enabled: q !== '',
    placeholderData: (before) => before,
  })
  const move = (by: number) => () => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[Math.min(links.length - 1, Math.max(0, at === -1 ? 0 : at + by))]?.focus()
  }
  useKeys({ j: move(1), k: move(-1) })
  const found = ({ total, more }: Found) => (more ? t('search.moreThan', { count: total }) : formatNumber(total, locale))
  return (
    <section className="search" aria-label={t('search.title')} data-pane data-scroll>
      <PhoneBar title={t('search.title')} heading={false} />
      <header className="search__head">
        <h1 className="page-title" tabIndex={-1}>
          {q ? t('search.resultsFor', { q }) : t('search.title')} {query.data && q && <span className="faint">{found(query.data)}</span>}
        </h1>
        {(phone || !q) && (
          <form
            className="search__form"
            onSubmit={(event) => {
              event.preventDefault()
              if (typed.trim()) setParameters({ q: typed.trim() })
            }}
          >
            <label className="field">
              <span className="field__label">{t('search.field')}</span>
              <input className="input" type="search" autoFocus={!q} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
            </label>
          </form>
        )}
      </header>
      {query.isError && <Refusal act="load" error={query.error} onRetry={query.refetch} />}
      {q && query.isPending && <RuledLines />}
      {q && query.data?.items.length === 0 && (
        <EmptyState title={t('search.none')}>
          <p>{t('search.noneHint')}</p>
        </EmptyState>
      )}
      {q && query.data?.left && <p className="search__rest">{t('search.left')}</p>}
      <ol ref={list}>
        {query.data?.items.map((item) => (
          <li key={`${item.documentId}${item.symbol ?? ''}`}>
            <Link href={fromList(pageOf(item), '/search', parameters.toString())} className="found">
              <span className="found__date">{moment(item.at)}</span>
              <span className="found__main">
                <span className="found__who">
                  {item.symbol && <b>{item.symbol}</b>} <span className="faint">{[item.type, item.from].filter(Boolean).join(', ')}</span>
                </span>
                <span className="found__abstract">{item.abstract}</span>
              </span>
              <span className="found__end">
                <span className="found__chips">
                  <UrgencyChip urgency={item.urgency} />
                  <SecrecyChip secrecy={item.secrecy} />
                </span>
                <span className="found__state">{t(`words.documentStates.${item.state}`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {query.data && query.data.total > query.data.items.length && query.data.items.length > 0 && (
        <p className="search__rest">
          {t(query.data.more ? 'search.shownOfMore' : 'inbox.shownOf', { shown: query.data.items.length, count: query.data.total })}{' '}
          {take < takeMax ? (
            <button type="button" className="link-button" onClick={() => setTake(Math.min(takeMax, take + pageSize))}>
              {t('inbox.loadMore')}
            </button>
          ) : (
            t('search.narrow')
          )}
        </p>
      )}
    </section>
  )
}
