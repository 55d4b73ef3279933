import { ArrowRight, Check, Circle } from 'lucide-react'
import { timeWithSeconds } from '../../format/dates'
import { useTranslation } from '../../i18n'
import type { DrainReport } from '../../wire/nodes'
import './drain-panel.css'

const steps: DrainReport['step'][] = ['closing', 'moving', 'stopping']

/** How far a node's drain has come: what is done, what goes on, what is left. */
export function DrainPanel({ name, drain }: { name: string; drain: DrainReport }) {
  const { t } = useTranslation()
  const { step, since, connections, left, perSecond } = drain
  const moved = connections - left
  const seconds = Math.ceil(left / perSecond)
  return (
    <section className="drain-panel" aria-label={t('operator.drain.open', { name })}>
      <h2 className="pane-title">{t('operator.drain.open', { name })}</h2>
      {step === 'moving' && left > 0 && <p className="drain-panel__rest">{t('operator.drain.seconds', { count: seconds })}</p>}
      <progress className="drain-panel__bar" max={Math.max(1, connections)} value={connections === 0 ? 1 : moved} aria-label={t('operator.drain.moved', { moved, count: connections })} />
      <p>{t('operator.drain.moved', { moved, count: connections })}</p>
      <ol>
        {steps.map((one) => {
          const state = steps.indexOf(one) < steps.indexOf(step) ? 'done' : one === step ? 'now' : 'later'
          const Icon = state === 'done' ? Check : state === 'now' ? ArrowRight : Circle
          return (
            <li key={one} className={`drain-panel__step drain-panel__step--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
              <Icon className="icon" size={16} aria-hidden="true" />
              {t(`operator.drain.steps.${one}`, { count: perSecond })}
              {one === 'closing' && <span className="faint">{timeWithSeconds(since)}</span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
