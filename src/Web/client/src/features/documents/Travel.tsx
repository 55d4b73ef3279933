import type { TFunction } from 'i18next'
import { Undo2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { Deadline, RoleMark } from '../../components/signs'
import { moment } from '../../format/dates'
import { formatNumber } from '../../format/numbers'
import { personName, shortName, unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { forgetForm, keepForm, keptForm } from '../../kept/keptForms'
import { useSession } from '../../shell/SessionProvider'
import { isClassified, type DeliveryView, type DocumentView, type Step } from '../../wire/documents'
import { ActDialog, type Form } from './ActDialog'
import { useAct } from './useAct'
import { placeOfAct } from './useDocument'
import { Workflow } from './Workflow'
import './travel.css'

/** A step that nobody opened for this long is shown as missing. */
const unopenedMs = 4 * 3_600_000
const changedMs = 10_000

interface Node {
  step: Step
  level: number
  /** For each level above: whether its line goes on below this row. */
  rails: boolean[]
  last: boolean
}

/** Parents before children, in the order they were assigned. */
function flattened(steps: Step[]): Node[] {
  const byParent = new Map<string | null, Step[]>()
  const known = new Set(steps.map((step) => step.id))
  for (const step of steps) {
    const parent = step.parent && known.has(step.parent) ? step.parent : null
    byParent.set(parent, [...(byParent.get(parent) ?? []), step])
  }
  const visit = (parent: string | null, level: number, rails: boolean[]): Node[] => {
    const children = byParent.get(parent) ?? []
    return children.flatMap((step, at) => {
      const last = at === children.length - 1
      return [{ step, level, rails, last }, ...visit(step.id, level + 1, [...rails, !last])]
    })
  }
  return visit(null, 0, [])
}

/** The desk comes first: who received the document into the register, as the root of all steps. */
function deskStep(delivery: DeliveryView, title: string, nobody: string): Step {
  return {
    id: delivery.id,
    seat: 0,
    holder: personName(delivery.registeredBy ?? delivery.openedBy) || nobody,
    title,
    role: 'receipt',
    state: delivery.recall?.answer === 'agreed' ? 'recalled' : delivery.state === 'returned' ? 'returned' : delivery.registeredAt ? 'done' : delivery.openedAt ? 'opened' : 'waiting',
    assignedAt: delivery.arrivedAt ?? new Date().toISOString(),
    openedAt: delivery.openedAt,
    openedBy: delivery.openedBy,
    doneAt: delivery.recall?.answer === 'agreed' ? delivery.recall.answeredAt : delivery.registeredAt,
    doneBy: delivery.recall?.answer === 'agreed' ? delivery.recall.answeredBy : delivery.registeredBy,
    result: delivery.returnReason,
  }
}

export function Travel({ view, delivery }: { view: DocumentView; delivery: DeliveryView | undefined }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const nodes = useMemo(() => {
    if (!delivery) return []
    const title = delivery.arrivalNo
      ? t('documents.deskRegistered', { number: formatNumber(delivery.arrivalNo, locale) })
      : t(delivery.state === 'returned' ? 'documents.deskReturned' : 'documents.deskWaiting')
    const desk = deskStep(delivery, title, t('words.seatRoles.clerk'))
    return flattened([desk, ...delivery.steps.map((step) => ({ ...step, parent: step.parent ?? desk.id }))])
  }, [delivery, locale, t])
  const changed = useChanged(delivery)
  const tree = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const [taking, setTaking] = useState<{ step: Step; form: Form } | null>(null)
  const { run, busy, failure, clearFailure } = useAct(view, delivery)
  /** What was refused before is said by the bar of the document's acts. */
  const tried = useRef(false)
  const { me } = useSession()
  const placeOfStep = (step: Step) => placeOfAct(view, delivery, 'recallStep', me, step.id)

  if (!delivery) return <Workflow view={view} />
  const ask = (step: Step) => {
    tried.current = true
    // What was refused of another step is not about this one.
    clearFailure()
    const place = placeOfStep(step)
    setTaking({ step, form: { act: 'recallStep', key: crypto.randomUUID(), place, body: keptForm(place) } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : -1
    if (!rows[to]) return
    event.preventDefault()
    rows[to].focus()
    setStop(rows[to].dataset.step ?? null)
  }
  return (
    <>
      <div className="travel__top">
        <h2 className="pane-title">{t('documents.travel')}</h2>
        <span className="faint">{unitName(delivery.unit, locale)}</span>
      </div>
      <div className="travel__columns" aria-hidden="true">
        <span>{t('documents.travelWho')}</span>
        <span>{t('documents.travelOpened')}</span>
        <span>{t('documents.travelDone')}</span>
      </div>
      {/* Arrow keys move inside the tree; it is one stop in the tab order. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div className="travel" role="tree" aria-label={t('documents.travel')} ref={tree} onKeyDown={onKeyDown}>
        {nodes.map((node) => (
          <StepRow
            key={node.step.id}
            node={node}
            changed={changed.has(node.step.id)}
            tabStop={stop ? stop === node.step.id : node === nodes[0]}
            onRecall={ask}
          />
        ))}
      </div>
      {failure && !taking && tried.current && (
        <Refusal act={failure.act} error={failure.error}>
          <Button small onClick={() => clearFailure(failure.key)}>
            {t('documents.understood')}
          </Button>
        </Refusal>
      )}
      {taking && (
        <ActDialog
          key={taking.form.key}
          form={taking.form}
          view={view}
          delivery={delivery}
          what={taking.step.holder || taking.step.title}
          failure={failure}
          busy={busy !== null}
          onTyped={(body) => keepForm({ ...taking.form.place, isClassified: isClassified(view) }, body)}
          onClear={() => {
            if (busy) return
            forgetForm(taking.form.place)
            clearFailure()
            setTaking({ ...taking, form: { ...taking.form, key: crypto.randomUUID(), body: undefined } })
          }}
          onClose={() => {
            setTaking(null)
            clearFailure()
          }}
          onSubmit={(request) =>
            void run({ ...request, step: taking.step.id }).then((ack) => {
              if (ack) forgetForm(taking.form.place)
              // The form of another step may be open by now.
              setTaking((now) => (now?.form.key === taking.form.key ? null : now))
            }, () => {})
          }
        />
      )}
    </>
  )
}

interface StepRowProps {
  node: Node
  changed: boolean
  tabStop: boolean
  onRecall: (step: Step) => void
}

function StepRow({ node, changed, tabStop, onRecall }: StepRowProps) {
  const { t } = useTranslation()
  const { step, level } = node
  const late = useUnopened(step)
  const mark = step.state === 'recalled' || step.state === 'returned' ? 'off' : step.state === 'done' || step.state === 'forwarded' ? 'done' : step.state === 'opened' || step.openedAt ? 'opened' : late ? 'late' : 'waiting'
  const opened = step.openedAt ? [moment(step.openedAt), shortName(personName(step.openedBy))].filter(Boolean).join(', ') : null
  const done = step.doneAt ? moment(step.doneAt) : null
  const open = step.state === 'waiting' || step.state === 'opened'
  // What was done stays with who did it, whoever holds the seat by now.
  const who = (mark === 'done' && personName(step.doneBy)) || step.holder
  return (
    <div
      role="treeitem"
      aria-level={level + 1}
      aria-selected={false}
      tabIndex={tabStop ? 0 : -1}
      data-step={step.id}
      style={{ '--level': level } as CSSProperties}
      className={`step${changed ? ' step--changed' : ''}${mark === 'off' ? ' step--off' : ''}`}
    >
      {node.rails.map((goesOn, at) => (
        // Lines are decoration; their level is their identity.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at} className={`step__rail${at === level - 1 ? ' step__rail--branch' : ''}${goesOn || (at === level - 1 && !node.last) ? ' step__rail--on' : ''}`} aria-hidden="true" />
      ))}
      <StepMark mark={mark} />
      <span className="step__words">
        <span className="step__who">
          <b className="step__holder">{who || step.title}</b>
          <span className="faint">{[who && step.title, step.unit].filter(Boolean).join(', ')}</span>
          {step.role !== 'receipt' && step.role !== 'present' && <RoleMark role={step.role} />}
          {mark === 'off' && <span className="step__state">{offWords(step, t)}</span>}
        </span>
        {step.instruction && <span className="step__said">“{step.instruction}”</span>}
        {step.result && <span className="step__said">{mark === 'off' ? t('documents.endedBecause', { reason: step.result }) : step.result}</span>}
        {late && <span className="step__said">{t('documents.assignedAt', { time: moment(step.assignedAt) })}</span>}
        {step.recallable && (
          <button type="button" className="link-button step__take" onClick={() => onRecall(step)}>
            <Undo2 className="icon" size={14} aria-hidden="true" />
            {t('acts.recallStep.verb')}
            <span className="visually-hidden">{step.holder || step.title}</span>
          </button>
        )}
      </span>
      <span className={`step__opened${opened || late ? '' : ' step__none'}`}>
        <span className="step__label">{opened && t('documents.travelOpened')}</span> {opened ?? (late ? <b className="step__late">{t('documents.notOpened')}</b> : '–')}
      </span>
      <span className={`step__done${done || (open && step.dueOn) ? '' : ' step__none'}`}>
        {done ? (
          <>
            <span className="step__label">{t(mark === 'off' ? `documents.stepStates.${step.state}` : 'documents.travelDone')}</span> {done}
          </>
        ) : open && step.dueOn ? (
          <Deadline dueOn={step.dueOn} />
        ) : (
          '–'
        )}
      </span>
    </div>
  )
}

/** Waits unopened for too long; becomes true while the page stands open, too. */
function useUnopened({ state, openedAt, assignedAt }: Step): boolean {
  const isWaiting = state === 'waiting' && !openedAt
  const lateAt = Date.parse(assignedAt) + unopenedMs
  const [, judgeAgain] = useState(0)
  useEffect(() => {
    const left = lateAt - Date.now()
    if (!isWaiting || left <= 0) return
    const timer = setTimeout(() => judgeAgain((times) => times + 1), left)
    return () => clearTimeout(timer)
  }, [isWaiting, lateAt])
  return isWaiting && Date.now() >= lateAt
}

/** What ended a step before it was done, and who did that. */
function offWords(step: Step, t: TFunction): string {
  const state = t(`documents.stepStates.${step.state}`)
  const who = personName(step.doneBy)
  return who ? t('documents.endedBy', { state, who }) : state
}

/** Done is solid, opened a ring, waiting an empty ring, missing a diamond: readable without colour. */
function StepMark({ mark }: { mark: 'done' | 'opened' | 'waiting' | 'late' | 'off' }) {
  const { t } = useTranslation()
  return (
    <svg className={`step__mark step__mark--${mark}`} width="20" height="20" viewBox="0 0 20 20" role="img" aria-label={t(`documents.stepMarks.${mark}`)}>
      {mark === 'late' ? (
        <path d="M10 1.500 18.500 10 10 18.500 1.500 10z" fill="var(--surface)" stroke="currentColor" strokeWidth="1.6" />
      ) : (
        <circle cx="10" cy="10" r="8.600" fill="var(--surface)" stroke="currentColor" strokeWidth="1.6" strokeDasharray={mark === 'off' ? '3 2.400' : undefined} />
      )}
      {mark === 'done' && <circle cx="10" cy="10" r="5.800" fill="currentColor" />}
      {mark === 'opened' && <circle cx="10" cy="10" r="5.800" fill="var(--ink-soft)" />}
    </svg>
  )
}

/** Steps that changed since the page showed them, for ten seconds each. */
function useChanged(delivery: DeliveryView | undefined): ReadonlySet<string> {
  const known = useRef<Map<string, string> | null>(null)
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (!delivery) return
    const now = new Map(delivery.steps.map((step) => [step.id, JSON.stringify([step.state, step.openedAt, step.doneAt, step.result])]))
    const before = known.current
    known.current = now
    if (!before) return
    const fresh = [...now].filter(([id, state]) => before.get(id) !== state).map(([id]) => id)
    if (fresh.length === 0) return
    setChanged((shown) => new Set([...shown, ...fresh]))
    setTimeout(() => setChanged((shown) => new Set([...shown].filter((id) => !fresh.includes(id)))), changedMs)
  }, [delivery])
  return changed
}
