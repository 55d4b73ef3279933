import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDownToLine, ChevronDown } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { RuledLines } from '../../components/EmptyState'
import { listMoment } from '../../format/dates'
import { useTranslation } from '../../i18n'
import { isUnread, keyOf } from '../../live/snapshot'
import { useOutboxEntries } from '../../outbox/OutboxProvider'
import { useSession } from '../../shell/SessionProvider'
import type { InboxItem } from '../../wire/inbox'
import { InboxRow, type RowEvents } from './InboxRow'
import type { NewSince } from './useNewSince'
import type { PlaceList } from './usePlaceList'
import './list.css'

const freshShownFirst = 5
const virtualRowsMin = 200

type Line = { kind: 'row'; item: InboxItem } | { kind: 'note'; id: string; node: ReactNode }

interface InboxListProps extends RowEvents {
  label: string
  list: PlaceList
  news: NewSince
  selected: string | null
  marked: ReadonlySet<string>
  /** The row whose menu is open. */
  menu: string | null
  pane: boolean
  /** Rows in the order shown, for j and k. */
  onOrder: (keys: string[]) => void
  scrollTop: number
  onScrolled: (top: number) => void
}

export function InboxList({ label, list, news, selected, marked, menu, pane, onOrder, scrollTop, onScrolled, ...events }: InboxListProps) {
  const { t } = useTranslation()
  const { me } = useSession()
  const [allFresh, setAllFresh] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const waiting = new Map(
    useOutboxEntries().flatMap(({ command, phase }): [string, 'queued' | 'unknown'][] =>
      command.itemKey && phase.name === 'waiting' ? [[command.itemKey, 'queued']] : command.itemKey && phase.name === 'unknown' ? [[command.itemKey, 'unknown']] : [],
    ),
  )

  const freshShown = allFresh ? news.fresh : news.fresh.slice(0, freshShownFirst)
  const hidden = news.fresh.length - freshShown.length
  const sinceWords = news.since ? momentWords(news.since) : ''
  const lines: Line[] = []
  const note = (id: string, node: ReactNode) => lines.push({ kind: 'note', id, node })

  if (news.since) {
    note('since', (
      <div className="since">
        <ArrowDownToLine className="icon" size={16} aria-hidden="true" />
        <span className="since__words">
          {news.countUnknown ? t('inbox.newSinceUncounted', { time: sinceWords }) : t('inbox.newSince', { count: news.fresh.length, time: sinceWords })}
        </span>
        <button type="button" className="link-button" onClick={news.markSeen}>
          {t('inbox.markSeen')}
        </button>
      </div>
    ))
  }
  for (const item of freshShown) lines.push({ kind: 'row', item })
  if (hidden > 0) {
    note('more', (
      <button type="button" className="list__more" onClick={() => setAllFresh(true)}>
        <ChevronDown className="icon" size={16} aria-hidden="true" />
        {t('inbox.showMoreNew', { count: hidden })}
      </button>
    ))
  }
  if (news.since && news.older.length > 0) note('before', <p className="list__before">{t('inbox.before', { time: sinceWords })}</p>)
  for (const item of news.older) lines.push({ kind: 'row', item })

  const order = lines.flatMap((line) => (line.kind === 'row' ? [keyOf(line.item)] : []))
  const orderText = order.join(' ')
  useEffect(() => onOrder(orderText ? orderText.split(' ') : []), [orderText, onOrder])

  const virtual = lines.length > virtualRowsMin
  const virtualizer = useVirtualizer({
    count: lines.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => 57,
    overscan: 12,
    getItemKey: (at) => idOf(lines[at]!),
  })

  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = scrollTop
    // Only once: afterwards the scroll position is the person's.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [list.loaded])

  const selectedAt = lines.findIndex((line) => line.kind === 'row' && keyOf(line.item) === selected)
  useEffect(() => {
    if (virtual && selectedAt >= 0) virtualizer.scrollToIndex(selectedAt, { align: 'auto' })
    // The virtualizer is one object for the list's life.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [virtual, selectedAt])

  const stop = selected && order.includes(selected) ? selected : order[0]
  const render = (line: Line, at: number) =>
    line.kind === 'note' ? (
      <div role="row" aria-rowindex={at + 1}>
        <div role="gridcell">{line.node}</div>
      </div>
    ) : (
      <InboxRow
        {...events}
        item={line.item}
        rowIndex={at + 1}
        unread={isUnread(line.item, me.official.id)}
        selected={keyOf(line.item) === selected}
        marked={marked.has(keyOf(line.item))}
        marking={marked.size > 0}
        tabStop={keyOf(line.item) === stop}
        menuOpen={keyOf(line.item) === menu}
        pane={pane}
        waits={waiting.get(keyOf(line.item)) ?? null}
      />
    )
  return (
    <div
      className="list"
      ref={scroller}
      onScroll={(event) => {
        const { scrollTop: top, scrollHeight, clientHeight } = event.currentTarget
        onScrolled(top)
        if (list.hasMore && scrollHeight - top - clientHeight < 400) list.loadMore()
      }}
    >
      {news.pending.length > 0 && (
        <button type="button" className="list__pending" onClick={news.reveal}>
          {t('inbox.pending', { count: news.pending.length })}
        </button>
      )}
      {!list.loaded && <RuledLines />}
      <div role="grid" aria-label={label} aria-rowcount={list.hasMore ? -1 : lines.length} aria-multiselectable="true" id="list" tabIndex={-1} data-list>
        {virtual ? (
          <div className="list__virtual" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((shown) => (
              <div
                key={shown.key}
                role="presentation"
                className="list__placed"
                data-index={shown.index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${shown.start}px)` }}
              >
                {render(lines[shown.index]!, shown.index)}
              </div>
            ))}
          </div>
        ) : (
          lines.map((line, at) => (
            <div key={idOf(line)} role="presentation">
              {render(line, at)}
            </div>
          ))
        )}
      </div>
      {list.hasMore && list.loaded && (
        <p className="list__rest">
          {t('inbox.shownOf', { shown: list.items.length, count: list.total ?? 0 })}
          <button type="button" className="link-button" onClick={list.loadMore}>
            {t('inbox.loadMore')}
          </button>
        </p>
      )}
    </div>
  )
}

const idOf = (line: Line) => (line.kind === 'row' ? keyOf(line.item) : line.id)

function momentWords(instant: string): string {
  const at = listMoment(instant)
  return at.relation === 'today' ? at.main : `${at.main} ${at.clock}`
}
