import { useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useOutbox } from '../../outbox/OutboxProvider'
import { useSending } from '../../outbox/useSending'
import { notices } from '../../shell/notices'

export type StaffAct = 'giveSeat' | 'endHolding' | 'disableAccount' | 'enableAccount'

/** Sends what a dialog asks for, says that it was done, and has the list read again. */
export function useStaffAct(act: StaffAct, who: string, onDone: () => void) {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const { sending, error, send } = useSending()
  const run = async (path: string, body: unknown) => {
    const isDone = await send((key) => outbox.send({ key, path, body, label: { key: `acts.${act}.name`, params: { who } } }))
    void queries.invalidateQueries({ queryKey: ['staff'] })
    if (!isDone) return
    notices.toast({ icon: Check, tone: 'ok', title: { key: `acts.${act}.done`, params: { who } }, sticky: false })
    onDone()
  }
  return { sending, error, run: (path: string, body: unknown) => void run(path, body) }
}
