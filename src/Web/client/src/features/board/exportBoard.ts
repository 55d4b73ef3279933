import type { TFunction } from 'i18next'
import { saveCsv } from '../../format/csv'
import { fullDate, time } from '../../format/dates'
import { folded, unitName } from '../../format/names'
import type { Board, TileUnit } from '../../wire/board'
import type { Locale } from '../../wire/session'
import { partsOf, received } from './board'

/** The board by provinces. */
export function exportBoard(board: Board, t: TFunction): void {
  const columns = ['name', 'units', 'opened', 'received', 'finished', 'inProgress', 'assigned', 'registered', 'notReceived', 'returned'] as const
  const recallColumns = board.recall ? (['recallAgreed', 'recallWaiting', 'recallRefused'] as const) : []
  saveCsv(t('board.fileName'), [
    [...columns, ...recallColumns].map((column) => t(`board.columns.${column}`)),
    ...board.tiles.map((tile) => {
      const parts = partsOf(tile)
      return [tile.name, tile.units, tile.opened, received(tile), parts.finished, parts.inProgress, parts.assigned, parts.registered, parts.notReceived, tile.returned, ...recallColumns.map((column) => tile[column])]
    }),
  ])
}

const columns = ['unit', 'state', 'arrivalNo', 'arrivedAt', 'openedAt', 'openedBy', 'registeredAt', 'registeredBy', 'finishedAt', 'returnReason', 'remindedAt', 'recall'] as const

/** Day and hour of a moment: in a file no day is today. */
const at = (instant: string | null | undefined) => (instant ? `${fullDate(instant)} ${time(instant)}` : '')

/** One line a unit; communes of one name are told apart by their province. */
export const unitLines = (units: readonly TileUnit[], t: TFunction, locale: Locale): (string | number)[][] => [
  columns.map((column) => t(`board.unitColumns.${column}`)),
  ...units.map((one) => [
    unitName(one.unit, locale),
    t(`words.deliveryStates.${one.state}`),
    one.arrivalNo ?? '',
    at(one.arrivedAt),
    at(one.openedAt),
    one.openedBy ?? '',
    at(one.registeredAt),
    one.registeredBy ?? '',
    at(one.finishedAt),
    one.returnReason ?? '',
    at(one.remindedAt),
    one.recall === 'none' ? '' : [t(`words.recallAnswers.${one.recall}`), one.recallRefusal].filter(Boolean).join(': '),
  ]),
]

/** The board by unit, of one province or of all. */
export function exportUnits(units: readonly TileUnit[], of: string | null, t: TFunction, locale: Locale): void {
  const place = of === null ? '' : `-${folded(of).replaceAll(/[^a-z0-9]+/g, '-')}`
  saveCsv(`${t('board.fileName')}-${t('board.fileUnits')}${place}`, unitLines(units, t, locale))
}
