import { useTranslation } from '../../i18n'
import type { NodeState } from '../../wire/nodes'

/** A full disk, half of one, a ring, a bar, a cross: readable without colour. */
export function StateSign({ state }: { state: NodeState }) {
  const { t } = useTranslation()
  return (
    <span className={`node-state node-state--${state}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {state === 'ready' && <circle cx="6" cy="6" r="5.5" fill="currentColor" />}
        {(state === 'draining' || state === 'notReady') && <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />}
        {state === 'draining' && <path d="M6 1.25a4.75 4.75 0 0 0 0 9.5z" fill="currentColor" />}
        {state === 'stopped' && <path d="M1 6h10" fill="none" stroke="currentColor" strokeWidth="2.25" />}
        {(state === 'notAnswering' || state === 'declaredDead') && <path d="m1.5 1.5 9 9m0-9-9 9" fill="none" stroke="currentColor" strokeWidth="2.25" />}
      </svg>
      {t(`operator.states.${state}`)}
    </span>
  )
}
