import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { NodeReport } from '../../wire/nodes'
import { Figure } from './Figure'
import { lagTargetMs, totalsOf } from './nodes'
import { useWords } from './useWords'

/** The cluster in one line: what is the sum of its nodes, and the worst of what is not. */
export function Summary({ nodes }: { nodes: NodeReport[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const words = useWords()
  const totals = totalsOf(nodes)
  const plain = (value: number, measured = false) => <span className="figure">{measured ? words.measured(value) : words.whole(value)}</span>
  const parts = [
    { name: t('operator.sum.connections'), number: plain(totals.connections), unit: t('operator.sum.connectionsUnit') },
    {
      name: t('operator.sum.lag'),
      number: <Figure measure="lag" value={totals.pushLagMsP99}>{words.measured(totals.pushLagMsP99)}</Figure>,
      unit: t('operator.sum.lagUnit', { target: formatNumber(lagTargetMs, locale) }),
    },
    {
      name: t('operator.sum.commit'),
      number: <Figure measure="commit" value={totals.commitMsP99}>{words.measured(totals.commitMsP99)}</Figure>,
      unit: t('operator.sum.commitUnit'),
    },
    { name: t('operator.sum.commits'), number: plain(totals.commitsPerSecond, true), unit: t('operator.sum.commitsUnit') },
    {
      name: t('operator.sum.lost'),
      number: <Figure measure="lost" value={totals.lostHints}>{words.whole(totals.lostHints)}</Figure>,
      unit: t('operator.sum.lostUnit'),
    },
    { name: t('operator.sum.job'), number: <Figure measure="job" value={totals.oldestJobSeconds}>{words.age(totals.oldestJobSeconds)}</Figure>, unit: '' },
  ]
  return (
    <dl className="cluster-sum">
      {parts.map(({ name, number, unit }) => (
        <div key={name} className="cluster-sum__part">
          <dt>{name}</dt>
          <dd>
            {number} {unit}
          </dd>
        </div>
      ))}
    </dl>
  )
}
