import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { useTranslation } from '../../i18n'
import type { NodeReport } from '../../wire/nodes'
import { attentionOf, versionsOf, type Attention, type Measure } from './nodes'
import { useWords } from './useWords'

const icons = { danger: CircleAlert, warn: TriangleAlert, info: Info }

/** What is not as it should be, in sentences: what it is, and where to look. */
export function AttentionList({ nodes, otherDeciders }: { nodes: NodeReport[]; otherDeciders: string[] }) {
  const { t } = useTranslation()
  const words = useWords()
  const found = attentionOf(nodes, otherDeciders)
  const valuesOf = ({ kind, node, value }: Attention) => ({
    name: node?.name ?? '',
    count: node?.figures?.connections ?? 0,
    versions: versionsOf(nodes).join(', '),
    others: otherDeciders.join(', '),
    value: kind in words.of ? words.of[kind as Measure](value) : '',
  })
  return (
    <section className="attention" aria-label={t('operator.attention')}>
      <h2 className="pane-title">{t('operator.attention')}</h2>
      {found.length === 0 && <p className="faint">{t('operator.attentionNone')}</p>}
      <ul>
        {found.map((one) => {
          const Icon = icons[one.level]
          return (
            <li key={`${one.kind} ${one.node?.name ?? ''}`} className="attention__row">
              <Icon className={`icon attention__icon--${one.level}`} size={18} aria-hidden="true" />
              <span>
                <b>{t(`operator.notes.${one.kind}.what`, valuesOf(one))}</b> {t(`operator.notes.${one.kind}.todo`, valuesOf(one))}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
