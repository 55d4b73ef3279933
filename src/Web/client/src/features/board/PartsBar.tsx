import { useId } from 'react'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { StateCounts } from '../../wire/board'
import { parts, partsOf, type Part } from './board'

/** Five parts, five patterns, and a legend that sums to the total: readable without colour. */
export function PartsBar({ counts }: { counts: StateCounts }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const id = useId()
  const shares = partsOf(counts)
  const fill = fills(id)
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + shares[part], 0))
  return (
    <figure>
      <svg className="parts" viewBox="0 0 1000 22" preserveAspectRatio="none" role="img" aria-label={parts.map((part) => `${t(`board.parts.${part}`)} ${formatNumber(shares[part], locale)}`).join(', ')}>
        <Patterns id={id} />
        {parts.map((part, at) => (
          <rect key={part} x={(starts[at]! / Math.max(1, counts.units)) * 1000} y="0" width={(shares[part] / Math.max(1, counts.units)) * 1000} height="22" fill={fill[part]} />
        ))}
      </svg>
      <figcaption>
        <ul className="legend" aria-hidden="true">
          {parts.map((part) => (
            <li key={part}>
              <svg width="12" height="12" viewBox="0 0 12 12">
                <rect x="0.5" y="0.5" width="11" height="11" fill={fill[part]} stroke="var(--edge)" />
              </svg>
              {t(`board.parts.${part}`)} {formatNumber(shares[part], locale)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

const fills = (id: string): Record<Part, string> => ({
  finished: 'var(--ok)',
  inProgress: `url(#${id}-hatch)`,
  assigned: 'var(--ink)',
  registered: `url(#${id}-stripes)`,
  notReceived: 'var(--surface)',
})

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="var(--surface)" />
        <rect width="4" height="7" fill="var(--ok)" />
      </pattern>
      <pattern id={`${id}-stripes`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="var(--surface)" />
        <rect width="2.500" height="5" fill="var(--ink)" />
      </pattern>
    </defs>
  )
}
