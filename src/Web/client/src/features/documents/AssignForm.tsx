import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Button } from '../../components/Button'
import { DateField } from '../../components/DateField'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { RoleMark } from '../../components/signs'
import { isPastDay } from '../../format/dates'
import { folded } from '../../format/names'
import { useTranslation } from '../../i18n'
import { KeptLine } from '../../kept/KeptLine'
import { useTyped } from '../../kept/useTyped'
import { announceNow } from '../../shell/announcer'
import { useSession } from '../../shell/SessionProvider'
import type { Assignment } from '../../wire/documents'
import type { FormProps } from './ActDialog'
import { myForwardable } from './useDocument'
import { assigneesQuery } from './useOpened'

const roles = ['lead', 'coordinate', 'inform'] as const
interface AssignBody {
  assignments: Assignment[]
  instruction: string
  dueOn?: string | null
}

/** Names who works on it: a leader's assignment, or the holder of a step who hands it on. */
export function AssignForm({ form, view, delivery, what, failure, onTyped, onClear, onClose, onSubmit }: FormProps) {
  const { t } = useTranslation()
  const { me } = useSession()
  const forwards = form.act === 'forward'
  const own = forwards ? myForwardable(delivery, me) : undefined
  // A coordinator hands on coordination, never the lead.
  const offered = own?.role === 'coordinate' ? roles.filter((role) => role !== 'lead') : roles
  const before = form.body as AssignBody | undefined
  const assignees = useQuery(assigneesQuery(delivery!.id))
  const [chosen, setChosen] = useState<Map<number, Assignment['role']>>(() => new Map(before?.assignments.map((one) => [one.seat, one.role])))
  const [instruction, setInstruction] = useState(before?.instruction ?? '')
  const given = own?.dueOn ?? view.dueOn
  // A deadline that has passed is nobody's any more: the server refuses it.
  const [dueOn, setDueOn] = useState<string | null>((before ? before.dueOn : given && !isPastDay(given) ? given : null) ?? null)
  const [find, setFind] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const assignable = useMemo(() => assignees.data?.filter((one) => one.seat !== own?.seat), [assignees.data, own?.seat])
  // What was kept may name who can be given nothing any more: nobody would see them, nor could take them out.
  const named = useMemo(() => (assignable ? new Map([...chosen].filter(([seat]) => assignable.some((one) => one.seat === seat))) : chosen), [chosen, assignable])
  const assignments = [...named].map(([seat, role]) => ({ seat, role }))
  useTyped({ assignments, instruction, dueOn } satisfies AssignBody, onTyped)

  const matching = useMemo(() => {
    const wanted = folded(find.trim())
    return new Set(assignable?.filter((one) => folded(`${one.name} ${one.title} ${one.unit}`).includes(wanted)))
  }, [assignable, find])
  const isNone = assignable !== undefined && assignable.length > 0 && matching.size === 0
  const shown = assignable?.filter((one) => named.has(one.seat) || matching.has(one)) ?? []

  const choose = (seat: number, role: Assignment['role'] | null) => {
    const next = new Map(named)
    // One leads: naming another moves the lead.
    if (role === 'lead') for (const [other, held] of next) if (held === 'lead') next.delete(other)
    if (role === null) next.delete(seat)
    else next.set(seat, role)
    setChosen(next)
    setProblem(null)
  }
  const submit = () => {
    if (named.size === 0) return setProblem(t('documents.assignNobody'))
    if (own?.role !== 'coordinate' && ![...named.values()].includes('lead') && [...named.values()].includes('coordinate')) return setProblem(t('refusals.why.leadMissing'))
    // Held back for undo, it would be refused when the person is elsewhere.
    if (dueOn && isPastDay(dueOn)) return announceNow(t('words.deadline.past'))
    const lead = assignees.data?.find((one) => named.get(one.seat) === 'lead')
    const summary = lead ? t('documents.assignLed', { name: lead.name || lead.title, count: named.size }) : t('documents.assignCount', { count: named.size })
    onSubmit({
      act: form.act,
      key: form.key,
      body: {
        assignments,
        instruction: instruction.trim().normalize('NFC'),
        ...(dueOn ? { dueOn } : {}),
      } satisfies AssignBody,
      done: { key: `acts.${form.act}.done`, params: { summary, what } },
      undo: { key: forwards ? 'documents.forwardUndo' : 'documents.assignUndo', params: { count: named.size } },
    })
  }
  return (
    <Dialog
      wide
      title={forwards ? t('documents.forwardTitle', { what }) : t('documents.assignTitle', { what })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" onClick={submit}>
            {named.size === 0 ? t(`acts.${form.act}.verb`) : forwards ? t('documents.forwardSubmit', { count: named.size }) : t('documents.assignSubmit', { count: named.size })}
          </Button>
        </>
      }
    >
      {forwards && <p>{t('documents.forwardText')}</p>}
      {onClear && <KeptLine onClear={onClear} />}
      <label className="field">
        <span className="field__label">{t('documents.assignFind')}</span>
        <input className="input" type="search" autoFocus autoComplete="off" value={find} onChange={(event) => setFind(event.target.value)} />
      </label>
      {assignees.isError && <Refusal act="load" error={assignees.error} onRetry={assignees.refetch} />}
      {assignees.data?.length === 0 && <p>{t('documents.assignNone')}</p>}
      {/* It stands before its words come: one that comes with them is heard by few readers. */}
      <p role="status" className={isNone ? undefined : 'visually-hidden'}>
        {isNone && t('documents.assignNoMatch')}
      </p>
      {shown.length > 0 && (
        <div className="assignees" role="group" aria-label={t('documents.assignWho')}>
          {shown.map((one) => (
            <fieldset key={one.seat} className="assignees__row">
              <legend className="visually-hidden">{one.name || one.title}</legend>
              <span className="assignees__who">
                <b>{one.name || one.title}</b> <span className="faint">{[one.title, one.unit].filter(Boolean).join(', ')}</span>
              </span>
              <span className="assignees__roles">
                {offered.map((role) => (
                  <label key={role} className="assignees__role">
                    <input
                      type="checkbox"
                      className="visually-hidden"
                      checked={named.get(one.seat) === role}
                      onChange={(event) => choose(one.seat, event.target.checked ? role : null)}
                    />
                    <RoleMark role={role} />
                  </label>
                ))}
              </span>
            </fieldset>
          ))}
        </div>
      )}
      <label className="field">
        <span className="field__label">{t('documents.instruction')}</span>
        <textarea
          className="input"
          rows={3}
          value={instruction}
          onChange={(event) => setInstruction(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) submit()
          }}
        />
      </label>
      <DateField label={t('documents.dueOn')} value={dueOn} onChange={setDueOn} pastWords={t('words.deadline.past')} />
      {problem && (
        <p className="field__error" role="alert">
          {problem}
        </p>
      )}
      {failure && <Refusal act={failure.act} error={failure.error} />}
    </Dialog>
  )
}
