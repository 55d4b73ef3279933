import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { Table2 } from 'lucide-react'
import { EmptyState } from '../../components/EmptyState'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import { keyOf } from '../../live/snapshot'
import { useInbox } from '../../live/LiveProvider'
import { boxesOf, isPlace, placeCounter, registerOf, type Place } from '../../shell/boxes'
import { itemHref } from '../../shell/itemHref'
import { useKeys } from '../../shell/keys'
import { useIsNarrow, useIsPhone } from '../../shell/media'
import { fromPlace } from '../../shell/origin'
import { PhoneBar } from '../../shell/PhoneBar'
import { useMounted } from '../../shell/useMounted'
import { usePageTitle } from '../../shell/usePageTitle'
import type { Filter, InboxItem } from '../../wire/inbox'
import { BulkBar } from './BulkBar'
import { EmptyWay } from './EmptyWay'
import { FilterChips } from './FilterChips'
import { InboxList } from './InboxList'
import { ReadingPane } from './ReadingPane'
import { useNewSince } from './useNewSince'
import { usePlaceList } from './usePlaceList'
import { useRowKeys } from './useRowKeys'
import { WriteNote } from './WriteNote'
import './inbox.css'

/** Where the person was in each list, so that coming back finds the same row and scroll. */
const places = new Map<string, { selected: string | null; top: number }>()

const paneDelayMs = 150

/** The next row that is still there, or else the one before; the first where nobody knows where it stood. */
function rowAfter(key: string, stood: string[], present: ReadonlySet<string>): string | null {
  const at = stood.indexOf(key)
  const isThere = (one: string) => present.has(one)
  return stood.slice(at + 1).find(isThere) ?? stood.slice(0, Math.max(at, 0)).filter(isThere).at(-1) ?? null
}

const rowOf = (key: string) => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)

export function InboxPage({ box }: { box: string }) {
  return isPlace(box) ? <PlacePage place={box} /> : <NotInScope />
}

function PlacePage({ place }: { place: Place }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [, go] = useLocation()
  const [parameters, setParameters] = useSearchParams()
  const filter = (parameters.get('filter') ?? 'all') as Filter
  const narrow = useIsNarrow()
  const phone = useIsPhone()
  const snapshot = useInbox()
  const list = usePlaceList(place, filter)
  const news = useNewSince(place, filter, list)
  const before = places.get(place)
  const asked = parameters.get('item')
  const [selected, setSelected] = useState<string | null>(asked ?? before?.selected ?? null)
  const [shownKey, setShownKey] = useState(selected)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [menu, setMenu] = useState<string | null>(null)
  const [writing, setWriting] = useState(false)
  const order = useRef<string[]>([])
  const [shownRows, setShownRows] = useState(0)
  const top = useRef(before?.top ?? 0)
  const mounted = useMounted()
  const name = t(`words.boxes.${place}`)
  const counter = placeCounter(place, snapshot)
  usePageTitle(name, counter?.total)

  const byKey = useMemo(() => new Map(list.items.map((item) => [keyOf(item), item])), [list.items])
  // The row may leave the list while its document is being read; the pane keeps what it shows.
  const lastShown = useRef<InboxItem | null>(null)
  const current = shownKey ? (snapshot?.items.get(shownKey) ?? (lastShown.current && keyOf(lastShown.current) === shownKey ? lastShown.current : null)) : null
  lastShown.current = current

  useEffect(() => {
    const timer = setTimeout(() => setShownKey(selected), paneDelayMs)
    return () => clearTimeout(timer)
  }, [selected])
  useEffect(() => {
    places.set(place, { selected, top: top.current })
  }, [place, selected])
  // A toast or the bell may name a row while its box is open; taken out of the address, the same row can be asked for again.
  useEffect(() => {
    if (asked === null) return
    setSelected(asked)
    setParameters((now) => {
      now.delete('item')
      return now
    }, { replace: true })
  }, [asked, setParameters])

  // On a wide screen the pane is never empty while there is a row to read. Nothing is reported as opened before 2 s.
  useEffect(() => {
    if (!narrow && selected === null && list.items[0]) setSelected(order.current[0] ?? keyOf(list.items[0]))
  }, [narrow, selected, list.items])

  const open = useCallback((item: InboxItem) => {
    places.set(place, { selected: keyOf(item), top: top.current })
    if (item.documentId) go(fromPlace(itemHref(item), place, filter))
    else setSelected(keyOf(item))
  }, [go, place, filter])
  const mark = useCallback((key: string, extend: boolean) => {
    setMarked((held) => {
      const next = new Set(held)
      const [from, to] = [order.current.indexOf([...held].at(-1) ?? ''), order.current.indexOf(key)]
      if (extend && from >= 0 && to >= 0) for (const one of order.current.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one)
      else if (next.has(key)) next.delete(key)
      else next.add(key)
      return next
    })
  }, [])
  /** The order in which the selected row last stood, once it has left: a push may come before the answer of its own act. */
  const left = useRef<{ key: string; order: string[] } | null>(null)
  const selectedNow = useRef(selected)
  useEffect(() => {
    selectedNow.current = selected
  })
  const onOrder = useCallback((keys: string[]) => {
    const key = selectedNow.current
    if (key !== null && order.current.includes(key) && !keys.includes(key)) left.current = { key, order: order.current }
    order.current = keys
    setShownRows(keys.length)
  }, [])
  const onScrolled = useCallback((at: number) => {
    top.current = at
    places.set(place, { selected: places.get(place)?.selected ?? null, top: at })
  }, [place])
  useRowKeys({ order, selected, setSelected, byKey, open, mark, marked, openMenu: setMenu })

  /** The row after this one, where it stands or last stood. */
  const following = (from: string, dealtWith: ReadonlySet<string> = new Set()) => {
    const stood = left.current?.key === from && !order.current.includes(from) ? left.current.order : order.current
    return rowAfter(from, stood, new Set(order.current.filter((key) => !dealtWith.has(key))))
  }
  /** After an act the focus goes to the next row, unless the person has gone to another one since. */
  const goOn = (from: string) => {
    if (!mounted.current || from !== selected) return
    const next = following(from)
    setSelected(next)
    if (next) requestAnimationFrame(() => rowOf(next)?.focus())
  }
  const going = useRef(goOn)
  useEffect(() => {
    going.current = goOn
  })
  const onActed = useCallback((from: string) => going.current(from), [])
  const unmark = (items: InboxItem[]) => {
    const dealtWith = new Set(items.map(keyOf))
    setMarked((held) => new Set([...held].filter((key) => !dealtWith.has(key))))
    if (items.length === 0 || !mounted.current) return
    const next = selected && dealtWith.has(selected) ? following(selected, dealtWith) : selected
    if (next) setSelected(next)
    // The button that was pressed may have left with the rows; whoever is elsewhere by now stays there.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) (rowOf(next ?? order.current[0] ?? '') ?? document.querySelector('h1'))?.focus()
    })
  }
  const setFilter = (next: Filter) => setParameters(next === 'all' ? {} : { filter: next }, { replace: true })
  useKeys({ Escape: marked.size > 0 ? () => setMarked(new Set()) : undefined })

  const markedItems = [...marked].flatMap((key) => byKey.get(key) ?? [])
  const empty = list.loaded && list.items.length === 0 && !list.hasMore
  return (
    <div className="inbox">
      <section className="inbox__list" aria-label={name} data-pane>
        <PhoneBar heading title={<>{name} <span className="faint">{counter ? formatNumber(counter.total, locale) : '–'}</span></>} />
        <header className="inbox__head">
          {!phone && (
            <div className="inbox__title">
              <h1 className="page-title" tabIndex={-1}>
                {name} <span className="faint inbox__total">{counter ? formatNumber(counter.total, locale) : '–'}</span>
              </h1>
              <Link href={`/registers/${registerOf(place)}`} className="button button--small">
                <Table2 className="icon" size={16} aria-hidden="true" />
                {t('inbox.register')}
              </Link>
            </div>
          )}
          <BulkBar
            items={markedItems}
            place={place}
            onDone={unmark}
            onClear={() => setMarked(new Set())}
            shown={shownRows}
            onChooseAll={() => setMarked(new Set(order.current))}
          >
            <FilterChips counter={counter} filter={filter} onChange={setFilter} simple={place === 'overdue'} />
          </BulkBar>
          {place === 'notes' && (writing || !empty || filter !== 'all') && <WriteNote writing={writing} onWriting={setWriting} />}
        </header>
        <div className="inbox__columns" aria-hidden="true">
          <span>{t('inbox.columnTime')}</span>
          <span>{t('inbox.columnMain')}</span>
          <span>{t('inbox.columnEnd')}</span>
        </div>
        {list.error !== null && (
          <div className="inbox__problem">
            <Refusal act="load" error={list.error} onRetry={list.retry} />
          </div>
        )}
        {list.error !== null && !list.loaded ? null : empty ? (
          <EmptyState
            title={filter === 'all' ? t(`inbox.empty.${place}`) : t('inbox.emptyFilter')}
            way={filter === 'all' ? (
              <EmptyWay place={place} writing={writing} onWrite={() => setWriting(true)} />
            ) : (
              <button type="button" className="link-button" onClick={() => setFilter('all')}>
                {t('inbox.showAll')}
              </button>
            )}
          >
            <p>{t(place === 'drafts' ? 'inbox.emptyDrafts' : place === 'notes' ? 'inbox.emptyNotes' : 'inbox.emptyText')}</p>
          </EmptyState>
        ) : (
          <InboxList
            label={t('words.counter', { name, count: list.total ?? 0 })}
            list={list}
            news={news}
            selected={narrow ? null : selected}
            marked={marked}
            pane={!narrow}
            onOrder={onOrder}
            scrollTop={top.current}
            onScrolled={onScrolled}
            onSelect={setSelected}
            onOpen={open}
            onMark={mark}
            menu={menu}
            onMenu={setMenu}
            onDone={onActed}
          />
        )}
      </section>
      {(!narrow || (current && !current.documentId)) && (
        <aside className={`inbox__pane${narrow ? ' inbox__pane--over' : ''}`} aria-label={t('inbox.pane')} id="pane" tabIndex={-1} data-pane>
          {current ? (
            <ReadingPane item={current} box={boxesOf(place).length > 1 ? current.box : place} filter={filter} passing={selected !== shownKey} onDone={() => onActed(keyOf(current))} onClose={narrow ? () => setSelected(null) : undefined} />
          ) : (
            !empty && <p className="inbox__nothing">{t('inbox.nothingChosen')}</p>
          )}
        </aside>
      )}
    </div>
  )
}
