import { useState } from 'react'
import { moment } from '../../format/dates'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { LateUnit } from '../../wire/board'
import type { Reminder } from './useReminder'
import './late.css'

const shownFirst = 5

interface LateListProps {
  /** Those that wait longest. */
  late: LateUnit[]
  /** All that are late, listed or not. */
  total: number
  /** The time after which a unit is late, in words. */
  limit: string
  reminder: Reminder
}

export function LateList({ late, total, limit, reminder }: LateListProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [all, setAll] = useState(false)
  const shown = all ? late : late.slice(0, shownFirst)
  const title = t('board.late', { limit })
  return (
    <section aria-label={title}>
      <div className="board__side-head">
        <h2 className="pane-title">
          {title} <span className="faint">{formatNumber(total, locale)}</span>
        </h2>
        {late.length > shownFirst && (
          <button type="button" className="link-button" onClick={() => setAll(!all)}>
            {t(all ? 'board.less' : 'board.all')}
          </button>
        )}
      </div>
      {late.length === 0 && <p className="faint">{t('board.lateNone')}</p>}
      <ul>
        {shown.map((one) => (
          <li key={one.unitId} className="late">
            <span>
              <b>{one.unit}</b> <span className="faint">{one.province}</span>
              {one.remindedAt && <span className="late__reminded">{t('inbox.reminded', { time: moment(one.remindedAt) })}</span>}
            </span>
            <span className="late__since">
              <span className="tile__mark" aria-hidden="true">!</span>
              {t('board.since', { hours: Math.floor(one.sinceMinutes / 60), minutes: String(one.sinceMinutes % 60).padStart(2, '0') })}
              {reminder.allowed && reminder.isDue(one) && (
                <button type="button" className="link-button" aria-label={t('board.remindUnit', { unit: one.unit })} aria-disabled={reminder.busy} onClick={() => reminder.remind([one.unitId])}>
                  {t('board.remindOne')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {all && total > late.length && <p className="dense faint">{t('board.lateMore', { count: total - late.length })}</p>}
    </section>
  )
}
