import type { TFunction } from 'i18next'
import type { Board } from '../../wire/board'
import { partsOf, received } from './board'

const cell = (value: string | number) => (/[",;\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value))

/** A table for the spreadsheet: starts with a byte-order mark, so that its marks are read as they are. */
export function exportBoard(board: Board, t: TFunction): void {
  const columns = ['name', 'units', 'opened', 'received', 'finished', 'inProgress', 'assigned', 'registered', 'notReceived', 'returned'] as const
  const recallColumns = board.recall ? (['recallAgreed', 'recallWaiting', 'recallRefused'] as const) : []
  const lines = [
    [...columns, ...recallColumns].map((column) => cell(t(`board.columns.${column}`))),
    ...board.tiles.map((tile) => {
      const parts = partsOf(tile)
      return [tile.name, tile.units, tile.opened, received(tile), parts.finished, parts.inProgress, parts.assigned, parts.registered, parts.notReceived, tile.returned, ...recallColumns.map((column) => tile[column])].map(cell)
    }),
  ]
  const file = new Blob(['\uFEFF' + lines.map((line) => line.join(',')).join('\r\n')], { type: 'text/csv;charset=utf-8' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${t('board.fileName')}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
