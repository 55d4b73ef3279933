import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { moment } from '../../format/dates'
import { formatNumber, formatShare } from '../../format/numbers'
import { personName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { useKeys } from '../../shell/keys'
import { PhoneBar } from '../../shell/PhoneBar'
import type { Board, TileUnit } from '../../wire/board'
import type { DeliveryState } from '../../wire/documents'
import { received } from './board'
import { PartsBar } from './PartsBar'
import { useTile } from './useTile'
import './board-table.css'

const inBook = new Set<DeliveryState>(['registered', 'assigned', 'inProgress', 'finished'])
const order: DeliveryState[] = ['returned', 'sent', 'arrived', 'registered', 'assigned', 'inProgress', 'finished']

/** The units of one province. On its own page a commune needs no province behind its name. */
export function TilePage({ board, code }: { board: Board; code: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [, go] = useLocation()
  const [missingOnly, setMissingOnly] = useState(false)
  const pushed = board.tiles.find((one) => one.code === code)
  const page = useTile(board.documentId, code, pushed)
  const tile = pushed ?? page.data?.tile
  const back = `/documents/${board.documentId}/board`
  useKeys({ Escape: () => go(back) })
  const rows = [...(page.data?.units ?? [])]
    .filter((one) => !missingOnly || !inBook.has(one.state))
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.unit.name.localeCompare(other.unit.name, 'vi'))
  const missing = page.data?.units.filter((one) => !inBook.has(one.state)).length ?? 0
  const opened = (one: TileUnit) => (one.openedAt ? [moment(one.openedAt), personName(one.openedBy)].filter(Boolean).join(', ') : '–')
  return (
    <article className="board">
      <PhoneBar back={back} heading={false} title={tile?.name ?? ''} end={<span />} />
      <header className="board__head">
        <div className="board__facts">
          <div className="board__line">
            <Link href={back} className="link-button">
              <ArrowLeft className="icon" size={16} aria-hidden="true" />
              {t('board.title')}
            </Link>
            {board.symbol && <b>{board.symbol}</b>}
            <span className="ellipsis">{board.abstract}</span>
          </div>
          <h1 className="board__title" tabIndex={-1}>
            {tile?.name}
          </h1>
        </div>
      </header>
      <section className="board__main board__main--tile" aria-label={tile?.name} data-pane data-scroll>
        {tile && (
          <div className="board__numbers">
            <p className="board__got">
              <b className="board__number">{formatNumber(received(tile), locale)}</b> {t('board.of', { count: tile.units, units: formatNumber(tile.units, locale) })}
              <b className="board__share">{formatShare(received(tile), tile.units, locale)}</b>
            </p>
            <PartsBar counts={tile} />
            <p className="dense faint">{t('board.openedUnits', { count: tile.opened, opened: formatNumber(tile.opened, locale) })}</p>
          </div>
        )}
        <div className="board__chips board__order">
          <button type="button" className="chip-button" aria-pressed={!missingOnly} onClick={() => setMissingOnly(false)}>
            {t('inbox.filter.all')} <b>{page.data ? formatNumber(page.data.units.length, locale) : '–'}</b>
          </button>
          <button type="button" className="chip-button" aria-pressed={missingOnly} onClick={() => setMissingOnly(true)}>
            {t('board.parts.notReceived')} <b>{page.data ? formatNumber(missing, locale) : '–'}</b>
          </button>
        </div>
        {page.isPending && <RuledLines />}
        {page.isError && <Refusal act="load" error={page.error} onRetry={page.refetch} />}
        {page.data && (
          // A scrolling region must be reachable by keys.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className="board-table board-table--units" tabIndex={0} role="region" aria-label={t('board.table')}>
            <table>
              <caption className="visually-hidden">{tile?.name}</caption>
              <thead>
                <tr>
                  {(['unit', 'state', 'arrivalNo', 'arrivedAt', 'openedAt', 'registeredAt', 'finishedAt'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`board.unitColumns.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((one) => (
                  <tr key={one.unit.id}>
                    <th scope="row">{locale === 'en' && one.unit.nameEn ? one.unit.nameEn : one.unit.name}</th>
                    <td data-name={t('board.unitColumns.state')} className={`board-table__state board-table__state--${one.state}`}>
                      {t(`words.deliveryStates.${one.state}`)}
                      {one.returnReason && `: ${one.returnReason}`}
                      {one.remindedAt && <span className="late__reminded">{t('inbox.reminded', { time: moment(one.remindedAt) })}</span>}
                      {one.recall !== 'none' && (
                        <span className={`board-table__recall board-table__recall--${one.recall}`}>
                          {[t(`words.recallAnswers.${one.recall}`), one.recallAnsweredAt && moment(one.recallAnsweredAt)].filter(Boolean).join(', ')}
                          {one.recallRefusal && `: ${one.recallRefusal}`}
                        </span>
                      )}
                    </td>
                    <td data-name={t('board.unitColumns.arrivalNo')} className={one.arrivalNo ? undefined : 'board-table__empty'}>{one.arrivalNo ? formatNumber(one.arrivalNo, locale) : '–'}</td>
                    <td data-name={t('board.unitColumns.arrivedAt')} className={one.arrivedAt ? undefined : 'board-table__empty'}>{one.arrivedAt ? moment(one.arrivedAt) : '–'}</td>
                    <td data-name={t('board.unitColumns.openedAt')} className={one.openedAt ? undefined : 'board-table__empty'}>{opened(one)}</td>
                    <td data-name={t('board.unitColumns.registeredAt')} className={one.registeredAt ? undefined : 'board-table__empty'}>{one.registeredAt ? moment(one.registeredAt) : '–'}</td>
                    <td data-name={t('board.unitColumns.finishedAt')} className={one.finishedAt ? undefined : 'board-table__empty'}>{one.finishedAt ? moment(one.finishedAt) : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </article>
  )
}
