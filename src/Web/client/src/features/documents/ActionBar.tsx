import {
  Award, Ban, BellRing, Check, CheckCheck, CornerUpRight, Ellipsis, FileCheck, FilePenLine, Forward, Hash, type LucideIcon,
  MessageSquare, Pencil, Replace, Reply, Send, Stamp, Undo2, UserPlus,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useLocation } from 'wouter'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Menu, type MenuProps } from '../../components/Menu'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { forgetForm, keepForm, keptForm, type Place } from '../../kept/keptForms'
import { useClassifiedIsNotStored } from '../../kept/useClassifiedIsNotStored'
import { isTyping, useKeys } from '../../shell/keys'
import { useIsPhone } from '../../shell/media'
import { useSession } from '../../shell/SessionProvider'
import { useMounted } from '../../shell/useMounted'
import { isClassified, seenOf, type Action, type DeliveryView, type DocumentView } from '../../wire/documents'
import { ActDialog, type Form } from './ActDialog'
import { barOf, useReopened } from './reopening'
import { useAct, type ActRequest } from './useAct'
import { myForwardable, myReturnable, myStep, placeOfAct } from './useDocument'
import { useUndone } from './useUndone'
import './action-bar.css'

const icons: Record<Action, LucideIcon> = {
  revise: Pencil, submit: Send, comment: MessageSquare, returnDraft: Reply, clear: FileCheck, sign: Award, refuseSign: Ban, number: Hash,
  void: Undo2, seal: Stamp, issue: Send, recall: Undo2, remind: BellRing, invite: UserPlus, replace: Replace, correct: FilePenLine, register: Check, returnDelivery: Reply, assign: Forward, finish: CheckCheck,
  forward: CornerUpRight, returnStep: Reply, recallStep: Undo2, agreeRecall: Check, refuseRecall: Ban,
}
const letters: Partial<Record<Action, string>> = { register: 'r', assign: 'a', sign: 's', finish: 'e' }

/** Allowed, but never what is expected next: no primary button. */
const unexpected = new Set<Action>(['recall', 'replace', 'correct'])

/** Done at once; everything else asks for something first. */
const immediate = new Set<Action>(['register', 'submit', 'number', 'seal'])

/** Of those, the ones that may be asked for more first, from the menu: nobody is made to count pages. */
const detailed = new Set<Action>(['register', 'number'])
const detailsMark = 'details:'

interface ActionBarProps {
  view: DocumentView
  delivery: DeliveryView | undefined
  itemKey?: string
  /** How many buttons stand open; the rest is in the menu. */
  openCount?: number
  /** Another document is chosen already: nothing is done to this one, by button or key. */
  passing?: boolean
  /**
   * The list can go on to the next row: called when an act is held back for undo, and when one that was sent is acknowledged
   * while the bar still stands and nobody writes something else.
   */
  onDone?: (act: Action) => void
  /** Offers the actions as the first entries of this menu instead of as buttons. */
  menu?: MenuProps
}

/** Actions in workflow order, only those allowed now; the one expected next is primary. */
export function ActionBar({ view, delivery, itemKey, openCount = 3, passing = false, onDone, menu }: ActionBarProps) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { me } = useSession()
  const phone = useIsPhone()
  const mounted = useMounted()
  const [form, setForm] = useState<Form | null>(null)
  const shown = useRef(form)
  useEffect(() => {
    shown.current = form
  })
  const { run, busy, failure, failures, clearFailure, what } = useAct(view, delivery)
  const about = { documentId: view.id, deliveryId: delivery?.id }
  const undone = useUndone(about, what)
  // Not over a form that is open: what is undone then waits behind a word of it.
  useReopened(barOf(me.official.id, about), menu === undefined && form === null, setForm)
  const place = (act: Action) => placeOfAct(view, delivery, act, me)
  useClassifiedIsNotStored(me.official.id, view)
  // Whoever is only informed has no result to write.
  const isKnowing = (act: Action) => act === 'finish' && myStep(delivery, me)?.role === 'inform'
  const actions = offered(view, delivery, {
    finish: !!myStep(delivery, me), forward: !!myForwardable(delivery, me), returnStep: !!myReturnable(delivery),
  })

  /** Of the form that was opened so: refused and changed, it sends its command under another key. */
  const perform = async (request: ActRequest, opened: Pick<Form, 'key' | 'place'>) => {
    const sent = run({ ...request, itemKey })
    // Its answer comes when the person has long been elsewhere, so they go on now or not at all.
    if (request.undo) {
      onDone?.(request.act)
      // On its way it is no loss of signing out.
      forgetForm(opened.place)
    }
    const ack = await sent.catch((error: unknown) => {
      if (request.undo) keepAgain(request, opened.place)
      throw error
    })
    if (ack && !request.undo) forgetForm(opened.place)
    else if (!ack && request.undo) giveBack(request, opened.place)
    const here = mounted.current || menu !== undefined
    const writes = isTyping() && shown.current?.key !== opened.key
    if (ack && !request.undo && here && !writes) onDone?.(request.act)
  }
  /** Not over what was typed into the next form meanwhile. */
  const keepAgain = ({ body }: ActRequest, where: Place) => {
    if (keptForm(where) === undefined) keepForm(where, body)
  }
  /** What was undone comes back with everything that was in its form. */
  const giveBack = (request: ActRequest, where: Place) => {
    keepAgain(request, where)
    const { act, body } = request
    const again = { act, key: crypto.randomUUID(), place: where, body }
    if (menu && mounted.current) setForm(again)
    else undone(again)
  }
  const ask = (act: Action) => {
    // What was refused before is not about this form.
    clearFailure()
    setForm({ act, key: crypto.randomUUID(), place: place(act), seen: seenOf(view), body: keptForm(place(act)) })
  }
  const sendAtOnce = (act: Action) => {
    const key = crypto.randomUUID()
    const done = isKnowing(act) ? { key: 'acts.markDone.done', params: { count: 1 } } : undefined
    void perform({ act, key, done }, { key, place: place(act) }).catch(() => {})
  }
  const tried = useRef(false)
  const choose = (act: Action, asksFirst = false) => {
    if (busy || passing) return
    tried.current = true
    if (act === 'revise') go(`/documents/${view.id}/${view.together ? 'write' : 'edit'}`)
    else if (act === 'issue') go(`/documents/${view.id}/issue`)
    else if ((immediate.has(act) || isKnowing(act)) && !asksFirst) sendAtOnce(act)
    else ask(act)
  }
  const pick = (id: string) => (id.startsWith(detailsMark) ? choose(id.slice(detailsMark.length) as Action, true) : choose(id as Action))
  const letter = (act: Action) => (!menu && actions.includes(act) ? () => choose(act) : undefined)
  useKeys({
    r: letter('register'),
    a: letter('assign') ?? letter('forward'),
    s: letter('sign'),
    e: letter('finish'),
  })

  const open = actions.slice(0, phone ? 2 : openCount)
  const name = (act: Action) => t(`acts.${isKnowing(act) ? 'markDone' : act}.verb`)
  const entry = (act: Action) => ({ id: act as string, label: name(act), icon: icons[act] })
  const details = actions.filter((act) => detailed.has(act)).map((act) => ({ id: detailsMark + act, label: t(`acts.${act}.details`), icon: icons[act] }))
  const rest = [...details, ...actions.slice(open.length).map(entry)]

  const dialog = form && (
    <ActDialog
      key={form.key}
      form={form}
      view={view}
      delivery={delivery}
      what={what}
      failure={failure}
      busy={busy !== null}
      onTyped={(body) => keepForm({ ...form.place, isClassified: isClassified(view) }, body)}
      onClear={() => {
        if (busy) return
        forgetForm(form.place)
        clearFailure()
        setForm({ ...form, key: crypto.randomUUID(), body: undefined })
      }}
      onClose={() => {
        setForm(null)
        clearFailure()
      }}
      onSubmit={(request) => {
        const { act, undo } = request
        // What is held back for undo leaves its form at once; the toast carries it from here.
        if (undo) setForm(null)
        void perform(request, form).then(
          () => setForm((now) => (now?.key === form.key ? null : now)),
          () => setForm((now) => now ?? (undo ? { act, key: crypto.randomUUID(), place: form.place, body: request.body } : null)),
        )
      }}
    />
  )

  if (menu) {
    return (
      <>
        <Menu
          {...menu}
          entries={[...actions.map(entry), ...details, ...menu.entries]}
          onAction={(id) => ([...actions.map(entry), ...details].some((one) => one.id === id) ? pick(id) : menu.onAction(id))}
        />
        {dialog}
        {failure && !form && tried.current && (
          <Dialog title={t(`acts.${failure.act}.refused`)} onClose={() => clearFailure(failure.key)} actions={<Button autoFocus onClick={() => clearFailure(failure.key)}>{t('documents.understood')}</Button>}>
            <Refusal act={failure.act} error={failure.error} />
          </Dialog>
        )}
      </>
    )
  }
  const bar = (actions.length > 0 || failure) && (
    <div className="action-bar" data-pane>
      {!form && failures.map(({ key, act, error }) => (
        <Refusal key={key} act={act} error={error}>
          <Button small onClick={() => clearFailure(key)}>
            {t('documents.understood')}
          </Button>
        </Refusal>
      ))}
      <div className="action-bar__buttons" role="toolbar" aria-label={t('documents.actions')}>
        {open.map((act, at) => (
          <Button
            key={act}
            tone={at === 0 && !unexpected.has(act) ? 'primary' : 'plain'}
            icon={icons[act]}
            letter={act === 'forward' && !actions.includes('assign') ? letters.assign : letters[act]}
            aria-disabled={busy !== null || passing}
            onClick={() => choose(act)}
          >
            {busy === act ? t('documents.sending') : name(act)}
          </Button>
        ))}
        {rest.length > 0 && (
          <Menu
            label={t('shell.more')}
            entries={rest}
            onAction={pick}
            trigger={
              <AriaButton className="button action-bar__more" aria-label={t('shell.more')}>
                <Ellipsis className="icon" size={18} aria-hidden="true" />
              </AriaButton>
            }
          />
        )}
      </div>
    </div>
  )
  return (
    <>
      {bar}
      {/* A form that is open stays when nothing is allowed any more: what was typed is in it. */}
      {dialog}
    </>
  )
}

const ofDelivery = new Set<Action>(['register', 'returnDelivery', 'assign', 'agreeRecall', 'refuseRecall'])

/** A comment is written beside the document; what is done with a step needs one of one's own that it may be done with. */
function offered(view: DocumentView, delivery: DeliveryView | undefined, ofStep: Partial<Record<Action, boolean>>): Action[] {
  return view.actions.filter((act) => {
    // Each has a place of its own: the conversation, the board, the people beside the text.
    if (act === 'comment' || act === 'remind' || act === 'invite') return false
    if (act in ofStep) return ofStep[act]
    if (ofDelivery.has(act)) return delivery !== undefined
    return true
  })
}
