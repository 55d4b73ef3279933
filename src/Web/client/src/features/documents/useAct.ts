import { useQueryClient } from '@tanstack/react-query'
import { Check, Clock } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { typeName } from '../../format/names'
import { formatNumber } from '../../format/numbers'
import { useLocale } from '../../i18n'
import { useOutbox } from '../../outbox/OutboxProvider'
import { undoMs, Withdrawn, type Command } from '../../outbox/outbox'
import { pageOf } from '../../shell/itemHref'
import { notices, type Words } from '../../shell/notices'
import { refusedAway } from '../../shell/refusedAway'
import { useSession } from '../../shell/SessionProvider'
import { useMounted } from '../../shell/useMounted'
import type { Ack, Action, DeliveryView, DocumentView } from '../../wire/documents'
import { myForwardable, myReturnable, myStep, seatFor } from './useDocument'

const documentPaths: Partial<Record<Action, string>> = {
  submit: 'submit', comment: 'comment', returnDraft: 'return', clear: 'clear', sign: 'sign', refuseSign: 'refuse-sign',
  number: 'number', void: 'void', seal: 'seal', issue: 'issue', recall: 'recall', replace: 'replace', correct: 'correct', remind: 'remind',
}

export interface ActRequest {
  act: Action
  body?: unknown
  /** The step that is taken back. */
  step?: string
  /** Made when the form opened. */
  key: string
  /** The inbox row that shows that this act waits. */
  itemKey?: string
  /** Says what was done, once the server has acknowledged it. */
  done?: Words
  /** Holds the act back for the undo time and says so in these words. */
  undo?: Words
}

export interface Failure {
  act: Action
  error: unknown
}

interface KnownFailure extends Failure {
  /** Of the command that was refused. */
  key: string
  documentId: string
  /** Absent where the act was about the document itself, and is said with each of its deliveries. */
  deliveryId?: string
}

/** What was refused after its form was closed, by command, so that the page can say it in place. */
const lateFailures = new Map<string, KnownFailure>()

const failuresOf = (view: DocumentView, delivery: DeliveryView | undefined) =>
  [...lateFailures.values()].filter(({ documentId, deliveryId }) => documentId === view.id && (deliveryId === undefined || deliveryId === delivery?.id))

export function useAct(view: DocumentView, delivery: DeliveryView | undefined) {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const locale = useLocale()
  const { me } = useSession()
  const [, go] = useLocation()
  const mounted = useMounted()
  const [busy, setBusy] = useState<Action | null>(null)
  const [failures, setFailures] = useState<readonly KnownFailure[]>(() => failuresOf(view, delivery))
  const what = (view.secrecy === 'normal' && view.symbol) || typeName(view, locale)

  /** One that was understood, or all of them when something else is begun. */
  const clearFailure = (one?: string) => {
    const isMeant = ({ key }: KnownFailure) => one === undefined || key === one
    for (const { key } of failures.filter(isMeant)) lateFailures.delete(key)
    setFailures((known) => known.filter((failure) => !isMeant(failure)))
  }

  const stepOf = ({ act, step }: ActRequest) =>
    step ?? (act === 'forward' ? myForwardable(delivery, me) : act === 'returnStep' ? myReturnable(delivery) : myStep(delivery, me))?.id

  const run = async (request: ActRequest): Promise<Ack | null> => {
    const { act } = request
    const command: Command = {
      key: request.key,
      path: pathOf(view, delivery, act, stepOf(request)),
      body: request.body ?? {},
      actingSeat: seatFor(view, delivery, act, me),
      itemKey: request.itemKey,
      label: { key: `acts.${act}.name`, params: { what } },
    }
    clearFailure()
    setBusy(act)
    let undoToast: number | null = null
    if (request.undo) {
      undoToast = notices.toast({
        icon: Clock, tone: 'info', title: request.undo, sticky: true, until: Date.now() + undoMs,
        action: { words: { key: 'toasts.undo' }, run: () => outbox.withdraw(command.key) },
      })
    }
    try {
      const sent = request.undo ? outbox.hold(command) : outbox.send(command)
      if (undoToast !== null) setTimeout(() => notices.dismiss(undoToast!), undoMs)
      const ack = await sent
      notices.toast({ icon: Check, tone: 'ok', title: request.done ?? doneWords(act, ack, what, locale), sticky: false })
      return ack
    } catch (error) {
      if (undoToast !== null) notices.dismiss(undoToast)
      if (error instanceof Withdrawn) return null
      const failure = { key: request.key, act, error, documentId: view.id, deliveryId: documentPaths[act] ? undefined : delivery?.id }
      lateFailures.set(request.key, failure)
      setFailures((known) => [...known.filter(({ key }) => key !== request.key), failure])
      // Whoever has gone on sees it in place once they come back, and would not know that they should.
      if (!mounted.current) refusedAway(command.label, error, { words: { key: 'toasts.see' }, run: () => go(pageOf({ documentId: view.id, deliveryId: delivery?.id })) })
      throw error
    } finally {
      setBusy(null)
      void queries.invalidateQueries({ queryKey: ['document', view.id] })
      void queries.invalidateQueries({ queryKey: ['board', view.id] })
      void queries.invalidateQueries({ queryKey: ['register'] })
    }
  }
  // A form is about what was refused last; a page says all.
  return { run, busy, failure: failures.at(-1) ?? null, failures, clearFailure, what }
}

function pathOf(view: DocumentView, delivery: DeliveryView | undefined, act: Action, step: string | undefined): string {
  const ofDocument = documentPaths[act]
  if (ofDocument) return `/api/documents/${view.id}/${ofDocument}`
  if (act === 'register') return `/api/deliveries/${delivery!.id}/register`
  if (act === 'returnDelivery') return `/api/deliveries/${delivery!.id}/return`
  if (act === 'agreeRecall') return `/api/deliveries/${delivery!.id}/recall/agree`
  if (act === 'refuseRecall') return `/api/deliveries/${delivery!.id}/recall/refuse`
  if (act === 'assign') return `/api/deliveries/${delivery!.id}/assign`
  if (act === 'forward') return `/api/deliveries/${delivery!.id}/steps/${step}/forward`
  if (act === 'returnStep') return `/api/deliveries/${delivery!.id}/steps/${step}/return`
  if (act === 'recallStep') return `/api/deliveries/${delivery!.id}/steps/${step}/recall`
  return `/api/deliveries/${delivery!.id}/steps/${step}/finish`
}

function doneWords(act: Action, ack: Ack, what: string, locale: 'vi' | 'en'): Words {
  return {
    key: `acts.${act}.done`,
    params: { what, number: ack.number ? formatNumber(ack.number, locale) : '', symbol: ack.symbol ?? '' },
  }
}
