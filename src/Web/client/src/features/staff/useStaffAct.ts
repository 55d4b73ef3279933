import { useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { placeOf } from '../../kept/keptForms'
import { useKeptSending } from '../../kept/useKeptSending'
import { useOutbox } from '../../outbox/OutboxProvider'
import { notices } from '../../shell/notices'
import { useSession } from '../../shell/SessionProvider'

export type StaffAct = 'giveSeat' | 'endHolding' | 'disableAccount' | 'enableAccount'

/**
 * What a dialog asks for, kept until it is recorded; sends it, says that it was done, and has the list read again.
 * @param about The seat, the account or the holding that the act is about.
 */
export function useStaffAct<T extends object>(act: StaffAct, about: number | string, initial: T, onDone: () => void) {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const { me } = useSession()
  const { send, ...form } = useKeptSending(placeOf({ official: me.official.id, act, part: about, isClassified: false }), initial)
  const run = async (path: string, body: unknown, who: string) => {
    const isDone = await send((key) => outbox.send({ key, path, body, label: { key: `acts.${act}.name`, params: { who } } }))
    void queries.invalidateQueries({ queryKey: ['staff'] })
    if (!isDone) return
    notices.toast({ icon: Check, tone: 'ok', title: { key: `acts.${act}.done`, params: { who } }, sticky: false })
    onDone()
  }
  return { ...form, run: (path: string, body: unknown, who: string) => void run(path, body, who) }
}
