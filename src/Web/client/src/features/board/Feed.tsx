import { useEffect, useRef, useState } from 'react'
import { isoDay, moment, timeWithSeconds, today } from '../../format/dates'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import { Lamp } from '../../shell/Lamp'
import type { FeedLine } from '../../wire/board'

const keyOf = (line: FeedLine) => `${line.at}${line.unitId}${line.kind}`
const shownMax = 24

/** What happens now. Silent for screen readers; a button on the page reads the state instead. */
export function Feed({ lines }: { lines: FeedLine[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const first = useRef(new Set(lines.map(keyOf)))
  const [, force] = useState(0)
  useEffect(() => force((count) => count + 1), [])
  const what = (line: FeedLine) => {
    const text = line.text ?? ''
    if (line.kind === 'registered') return t('board.feed.registered', { number: line.number ? formatNumber(line.number, locale) : '–' })
    if (line.kind === 'assigned') return text ? t('board.feed.assignedTo', { text }) : t('board.feed.assigned')
    if (line.kind === 'returned') return text ? t('board.feed.returnedFor', { text }) : t('board.feed.returned')
    if (line.kind === 'recallRefused') return t('board.feed.recallRefused', { text })
    return t(`board.feed.${line.kind}`)
  }
  return (
    <section aria-label={t('board.feedTitle')}>
      <div className="board__side-head">
        <h2 className="pane-title">{t('board.feedTitle')}</h2>
        <Lamp />
      </div>
      {lines.length === 0 && <p className="faint">{t('board.feedNone')}</p>}
      <ol aria-live="off">
        {lines.slice(0, shownMax).map((line) => (
          <li key={keyOf(line)} className={`feed${first.current.has(keyOf(line)) ? '' : ' feed--new'}`}>
            <span className="feed__time">{isoDay(line.at) === today() ? timeWithSeconds(line.at) : moment(line.at)}</span>
            <span>
              <b>{line.unit}</b>
              {line.province && `, ${line.province}`}: {what(line)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
