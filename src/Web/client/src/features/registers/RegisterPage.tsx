import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Download, Printer } from 'lucide-react'
import { useRef } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { Button, Kbd } from '../../components/Button'
import { EmptyState, RuledLines } from '../../components/EmptyState'
import { Refusal } from '../../components/Refusal'
import { Deadline, SecrecyChip, UrgencyChip } from '../../components/signs'
import { fullDay } from '../../format/dates'
import { formatNumber } from '../../format/numbers'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { pageOf } from '../../shell/itemHref'
import { useKeys } from '../../shell/keys'
import { fromList } from '../../shell/origin'
import { PhoneBar } from '../../shell/PhoneBar'
import { usePageTitle } from '../../shell/usePageTitle'
import { api } from '../../wire/api'
import { registerLinesPerPage, type RegisterRow } from '../../wire/registers'
import { BookChoice } from './BookChoice'
import { useBook } from './useBook'
import { useBookMoves } from './useBookMoves'
import { usePlaceInBook } from './usePlaceInBook'
import './registers.css'

type Book = 'incoming' | 'outgoing'

/** One line a document, numbered without a gap: the paper book on a screen. */
export default function RegisterPage({ book }: { book: Book }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [path, go] = useLocation()
  const [parameters, setParameters] = useSearchParams()
  const open = useBook(parameters.get('unit'))
  const year = Number(parameters.get('year')) || open.lastYear
  const page = Math.max(1, Number(parameters.get('page')) || 1)
  const table = useRef<HTMLTableElement>(null)
  const unit = open.unit?.id
  const title = t(`registers.${book}Year`, { year })
  usePageTitle(title)

  const query = useQuery({
    queryKey: ['register', book, unit, year, page],
    queryFn: ({ signal }) => api.register(book, { unit, year, page }, signal),
    // Never another unit's lines under this one's name.
    placeholderData: (before, of) => (of?.queryKey[2] === unit ? before : undefined),
    // What colleagues wrote into the book while nobody looked at it here, nothing told this page.
    staleTime: 0,
  })
  useBookMoves()
  // Not the lines of the page before, which stand until this one's have come.
  const place = usePlaceInBook(`${path}?${parameters.toString()}`, query.data !== undefined && !query.isPlaceholderData)
  const set = (part: Record<string, string | null>) =>
    setParameters((held) => {
      const next = new URLSearchParams(held)
      for (const [name, value] of Object.entries(part)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    }, { replace: true })

  const rows = query.data?.rows ?? []
  const total = query.data?.total ?? 0
  const first = (page - 1) * registerLinesPerPage
  const pages = Math.max(1, Math.ceil(total / registerLinesPerPage))

  const hrefOf = ({ documentId, deliveryId }: RegisterRow) => fromList(pageOf({ documentId: documentId!, deliveryId }), path, parameters.toString())
  const move = (by: number) => () => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[Math.min(links.length - 1, Math.max(0, at === -1 ? 0 : at + by))]?.focus()
  }
  useKeys({ j: move(1), k: move(-1) })

  return (
    <section className="register" data-pane>
      <PhoneBar title={t(`registers.${book}YearShort`, { year })} heading={false} />
      <header className="register__head">
        <h1 className="page-title" tabIndex={-1}>
          {title} {open.unit && <span className="register__unit">{unitName(open.unit, locale)}</span>}
        </h1>
        <div className="register__ways">
          {/* Another unit's book ends in another year: it opens at its last one. */}
          <BookChoice open={open} onChange={(chosen) => set({ unit: chosen, year: null, page: null })} />
          <nav className="segmented" aria-label={t('registers.books')}>
            {(['incoming', 'outgoing'] as const).map((one) => (
              <Link key={one} href={`/registers/${one}${open.merged ? `?unit=${unit}` : ''}`} className="segmented__part" aria-current={one === book ? 'page' : undefined}>
                {t(`registers.${one}Short`)}
              </Link>
            ))}
          </nav>
          <Button small onClick={() => set({ year: String(year - 1), page: null })} icon={ChevronLeft}>
            {year - 1}
          </Button>
          {year < open.lastYear && (
            <Button small onClick={() => set({ year: String(year + 1), page: null })}>
              {year + 1}
            </Button>
          )}
          <a className="button button--small" href={api.registerExport(book, { unit, year, locale })} download>
            <Download className="icon" size={16} aria-hidden="true" />
            {t('registers.export')}
          </a>
          <Button small icon={Printer} onClick={() => window.print()}>
            {t('registers.print')}
          </Button>
        </div>
      </header>
      {open.merged && (
        <p className="register__merged">
          {t('registers.merged', { name: unitName(open.merged.unit, locale), into: unitName(open.merged.into, locale), on: fullDay(open.merged.on) })}
        </p>
      )}
      {query.isError && (
        <div className="register__problem">
          <Refusal act="load" error={query.error} onRetry={query.refetch} />
        </div>
      )}
      {query.isPending && <RuledLines />}
      {query.data && rows.length === 0 && <EmptyState title={t('registers.empty')} />}
      {rows.length > 0 && (
        // The table may scroll sideways; its first column is pinned.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="register__scroll" ref={place.scroller} onScroll={(event) => place.scrolled(event.currentTarget)} data-scroll tabIndex={0} role="region" aria-label={title}>
          <table ref={table} className="register__table" aria-rowcount={total + 1}>
            <thead>
              <tr aria-rowindex={1}>
                {columns(book).map((column) => (
                  <th key={column} scope="col" className={`register__col register__col--${column}`}>
                    {t(column === 'number' && book === 'incoming' ? 'registers.columns.arrivalNumber' : `registers.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <Row key={`${row.number}${row.documentId ?? at}`} row={row} book={book} year={year} index={first + at + 2} href={row.documentId ? hrefOf(row) : null} onLeave={place.leave} onOpen={go} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <footer className="register__foot">
        <span>{rows.length > 0 ? t('registers.shown', { from: first + 1, to: first + rows.length, count: total }) : ''}</span>
        {pages > 1 && (
          <span className="register__pages">
            <Button small icon={ChevronLeft} disabled={page <= 1} onClick={() => set({ page: page > 2 ? String(page - 1) : null })}>
              {t('registers.newer')}
            </Button>
            {t('registers.page', { page: formatNumber(page, locale), pages: formatNumber(pages, locale) })}
            <Button small disabled={page >= pages} onClick={() => set({ page: String(page + 1) })}>
              {t('registers.older')}
              <ChevronRight className="icon" size={16} aria-hidden="true" />
            </Button>
          </span>
        )}
        <span className="register__keys">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> {t('registers.upDown')} <Kbd>?</Kbd> {t('registers.allKeys')}
        </span>
      </footer>
    </section>
  )
}

const columns = (book: Book) =>
  book === 'incoming'
    ? (['number', 'date', 'symbol', 'documentDate', 'from', 'abstract', 'urgency', 'dueOn', 'handler', 'state', 'alsoTo', 'secrecy', 'type', 'files', 'pages', 'copies'] as const)
    : (['number', 'symbol', 'documentDate', 'type', 'abstract', 'urgency', 'signer', 'recipients', 'secrecy', 'files', 'pages', 'copies', 'dueOn', 'note'] as const)

/** The book's own year goes without saying. */
const shortDay = (day: string, year: number) => (day.startsWith(String(year)) ? fullDay(day).slice(0, 5) : fullDay(day))

function Recipients({ names, units }: { names?: string | null; units: number }) {
  const { t } = useTranslation()
  const count = t('registers.units', { count: units })
  return names ? <span title={`${names} (${count})`}>{`${names} (${count})`}</span> : count
}

interface RowProps {
  row: RegisterRow
  book: Book
  year: number
  index: number
  /** Its document's page, where it has one. */
  href: string | null
  /** Its document is opened, by whatever way. */
  onLeave: (row: number) => void
  onOpen: (href: string) => void
}

function Row({ row, book, year, index, href, onLeave, onOpen }: RowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const state = row.recall === 'agreed' ? t('words.recallAnswers.cancelled') : row.state ? t(`words.deliveryStates.${row.state}`) : ''
  const open = row.state === 'registered' && !row.handler
  // A deadline of others, or of what has ended, is a date like another.
  const presses = book === 'incoming' && row.state !== 'finished' && row.state !== 'returned' && row.recall !== 'agreed'
  const cells: Record<string, React.ReactNode> = {
    date: shortDay(row.date, year),
    symbol: row.symbol,
    documentDate: row.documentDate && shortDay(row.documentDate, year),
    type: row.type,
    from: row.from,
    abstract: row.voided ? <s>{row.abstract}</s> : row.abstract,
    urgency: <UrgencyChip urgency={row.urgency} />,
    secrecy: <SecrecyChip secrecy={row.secrecy} />,
    dueOn: presses ? <Deadline dueOn={row.dueOn} urgency={row.urgency} /> : row.dueOn && shortDay(row.dueOn, year),
    handler: row.handler ?? (open ? t('registers.toAssign') : ''),
    signer: row.from,
    alsoTo: row.alsoTo,
    recipients: row.units ? <Recipients names={row.recipients} units={row.units} /> : row.voided ? '' : t('registers.notIssued'),
    note: row.voided ? t('registers.voided', { reason: row.voidReason ?? '' }) : '',
    files: row.files > 0 ? formatNumber(row.files, locale) : '',
    pages: row.pages ? formatNumber(row.pages, locale) : '',
    copies: row.copies ? formatNumber(row.copies, locale) : '',
    state: row.voided ? t('registers.voidedState') : state,
  }
  const openIt = () => {
    if (!href) return
    onLeave(row.number)
    onOpen(href)
  }
  const look = ['register__row', row.urgency === 'immediate' && !row.voided && 'register__row--immediate', open && 'register__row--open'].filter(Boolean).join(' ')
  return (
    // The link in the first cell carries the row for keyboard and screen readers; the pointer may use all of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <tr className={look} aria-rowindex={index} onClick={openIt}>
      <th scope="row" className="register__number">
        {href ? (
          <Link
            href={href}
            data-row={row.number}
            aria-label={[formatNumber(row.number, locale), row.symbol, row.from, row.abstract].filter(Boolean).join(', ')}
            onClick={(event) => {
              event.stopPropagation()
              onLeave(row.number)
            }}
          >
            {formatNumber(row.number, locale)}
          </Link>
        ) : (
          formatNumber(row.number, locale)
        )}
      </th>
      {columns(book).slice(1).map((column) => (
        <td key={column} className={`register__cell--${column}`} title={column === 'abstract' || column === 'from' ? row[column] : undefined}>
          {cells[column]}
        </td>
      ))}
    </tr>
  )
}
