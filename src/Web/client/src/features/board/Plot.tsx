import { dayMonth, isoDay, time } from '../../format/dates'
import { formatNumber, formatShare } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { Board } from '../../wire/board'

const [width, height, left, right, top, bottom] = [330, 108, 36, 12, 8, 22]

/** How receipt grew since the issue. The sentence beside it says the same in words. */
export function Plot({ board }: { board: Board }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const points = board.plot
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const from = Date.parse(first.at)
  const span = Math.max(1, Date.parse(last.at) - from)
  const x = (at: string) => left + ((Date.parse(at) - from) / span) * (width - left - right)
  const y = (got: number) => top + (1 - got / Math.max(1, board.totals.units)) * (height - top - bottom)
  const line = points.map((point, at) => `${at ? 'L' : 'M'}${x(point.at).toFixed(1)} ${y(point.received).toFixed(1)}`).join(' ')
  const floor = height - bottom
  // Hours without their day say nothing once there is more than one.
  const oneDay = isoDay(first.at) === isoDay(last.at)
  const inWords = (at: string) => (oneDay ? time(at) : `${time(at)} ${dayMonth(at)}`)
  const onAxis = (at: string | number) => (oneDay ? time(at) : `${dayMonth(at)} ${time(at)}`)
  return (
    <figure className="plot">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('board.plot', {
          from: inWords(first.at),
          to: inWords(last.at),
          got: formatNumber(last.received, locale),
          share: formatShare(last.received, board.totals.units, locale),
        })}
      >
        <path d={`${line} L${x(last.at).toFixed(1)} ${floor} L${left} ${floor}z`} fill="var(--ink-soft)" />
        <path d={`M${left} ${top}H${width - right}`} stroke="var(--edge)" strokeDasharray="3 3" />
        <path d={`M${left} ${y(board.totals.units / 2)}H${width - right}`} stroke="var(--rule)" />
        <path d={`M${left} ${floor}H${width - right}`} stroke="var(--edge)" />
        <path d={line} fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />
        <circle cx={x(last.at)} cy={y(last.received)} r="4" fill="var(--ink)" stroke="var(--bg)" strokeWidth="1.500" />
        <g className="plot__text">
          <text x={left - 6} y={top + 4} textAnchor="end">100%</text>
          <text x={left - 6} y={y(board.totals.units / 2) + 4} textAnchor="end">50</text>
          <text x={left - 6} y={floor + 4} textAnchor="end">0</text>
          <text x={left} y={height - 5}>{onAxis(first.at)}</text>
          <text x={(left + width - right) / 2} y={height - 5} textAnchor="middle">{onAxis(from + span / 2)}</text>
          <text x={width - right} y={height - 5} textAnchor="end">{onAxis(last.at)}</text>
        </g>
      </svg>
    </figure>
  )
}
