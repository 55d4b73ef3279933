import { moment } from '../../format/dates'
import { formatNumber } from '../../format/numbers'
import { personName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import type { TileUnit } from '../../wire/board'
import type { Reminder } from './useReminder'
import './board-table.css'
import './late.css'

const by = (at: string | null | undefined, who: string | null | undefined) => (at ? [moment(at), personName(who)].filter(Boolean).join(', ') : '–')

interface UnitTableProps {
  /** The province, whose own page this is: no commune needs it behind its name. */
  name: string
  rows: TileUnit[]
  reminder: Reminder
}

export function UnitTable({ name, rows, reminder }: UnitTableProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    // A scrolling region must be reachable by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="board-table board-table--units" tabIndex={0} role="region" aria-label={t('board.table')}>
      <table>
        <caption className="visually-hidden">{name}</caption>
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
                {reminder.allowed && reminder.isDueUnit(one) && (
                  <button type="button" className="link-button board-table__remind" aria-label={t('board.remindUnit', { unit: one.unit.name })} aria-disabled={reminder.busy} onClick={() => reminder.remind([one.unit.id])}>
                    {t('board.remindOne')}
                  </button>
                )}
                {one.recall !== 'none' && (
                  <span className={`board-table__recall board-table__recall--${one.recall}`}>
                    {[t(`words.recallAnswers.${one.recall}`), one.recallAnsweredAt && moment(one.recallAnsweredAt)].filter(Boolean).join(', ')}
                    {one.recallRefusal && `: ${one.recallRefusal}`}
                  </span>
                )}
              </td>
              <td data-name={t('board.unitColumns.arrivalNo')} className={one.arrivalNo ? undefined : 'board-table__empty'}>{one.arrivalNo ? formatNumber(one.arrivalNo, locale) : '–'}</td>
              <td data-name={t('board.unitColumns.arrivedAt')} className={one.arrivedAt ? undefined : 'board-table__empty'}>{one.arrivedAt ? moment(one.arrivedAt) : '–'}</td>
              <td data-name={t('board.unitColumns.openedAt')} className={one.openedAt ? undefined : 'board-table__empty'}>{by(one.openedAt, one.openedBy)}</td>
              <td data-name={t('board.unitColumns.registeredAt')} className={one.registeredAt ? undefined : 'board-table__empty'}>{by(one.registeredAt, one.registeredBy)}</td>
              <td data-name={t('board.unitColumns.finishedAt')} className={one.finishedAt ? undefined : 'board-table__empty'}>{one.finishedAt ? moment(one.finishedAt) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
