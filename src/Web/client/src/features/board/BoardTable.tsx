import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { formatNumber, formatShare } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { Board, Tile } from '../../wire/board'
import { partsOf, received, shareOf } from './board'
import './board-table.css'

const columns = ['name', 'units', 'opened', 'received', 'share', 'finished', 'inProgress', 'assigned', 'registered', 'notReceived', 'returned'] as const
const recallColumns = ['recallAgreed', 'recallWaiting', 'recallRefused'] as const
type Column = (typeof columns)[number] | (typeof recallColumns)[number]

const valueOf = (tile: Tile, column: Column): number | string => {
  if (column === 'name') return tile.name
  if (column === 'received') return received(tile)
  if (column === 'share') return shareOf(tile)
  if (column === 'recallAgreed' || column === 'recallWaiting' || column === 'recallRefused') return tile[column]
  if (column === 'units' || column === 'opened' || column === 'returned') return tile[column]
  return partsOf(tile)[column]
}

/** The same data as the tiles, sortable, for screen readers and for those who prefer a table. */
export function BoardTable({ board }: { board: Board }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: 'share', down: false })
  const shown: Column[] = board.recall ? [...columns, ...recallColumns] : [...columns]
  const rows = [...board.tiles].sort((one, other) => {
    const [a, b] = [valueOf(one, sort.column), valueOf(other, sort.column)]
    const order = typeof a === 'string' ? a.localeCompare(String(b), 'vi') : a - Number(b)
    return sort.down ? -order : order
  })
  const words = (tile: Tile, column: Column) => {
    if (column === 'share') return formatShare(received(tile), tile.units, locale)
    return formatNumber(Number(valueOf(tile, column)), locale)
  }
  return (
    // A scrolling region must be reachable by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="board-table" tabIndex={0} role="region" aria-label={t('board.table')}>
      <table>
        <caption className="visually-hidden">{t('board.title')}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col" aria-sort={sort.column === column ? (sort.down ? 'descending' : 'ascending') : undefined}>
                <button type="button" onClick={() => setSort({ column, down: sort.column === column ? !sort.down : false })}>
                  {t(`board.columns.${column}`)}
                  {sort.column === column && (sort.down ? <ArrowDown className="icon" size={14} aria-hidden="true" /> : <ArrowUp className="icon" size={14} aria-hidden="true" />)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((tile) => (
            <tr key={tile.code}>
              {shown.map((column) =>
                column === 'name' ? (
                  <th key={column} scope="row">
                    <Link href={`/documents/${board.documentId}/board/${tile.code}`}>{tile.name}</Link>
                  </th>
                ) : (
                  <td key={column}>{words(tile, column)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
