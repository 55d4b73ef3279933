import { useState } from 'react'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { LateUnit } from '../../wire/board'

const shownFirst = 5

export function LateList({ late }: { late: LateUnit[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [all, setAll] = useState(false)
  const shown = all ? late : late.slice(0, shownFirst)
  return (
    <section aria-label={t('board.late')}>
      <div className="board__side-head">
        <h2 className="pane-title">
          {t('board.late')} <span className="faint">{formatNumber(late.length, locale)}</span>
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
            </span>
            <span className="late__since">
              <span className="tile__mark" aria-hidden="true">!</span>
              {t('board.since', { hours: Math.floor(one.sinceMinutes / 60), minutes: String(one.sinceMinutes % 60).padStart(2, '0') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
