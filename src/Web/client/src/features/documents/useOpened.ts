import { useEffect } from 'react'
import { useCovered } from '../../components/cover'
import { keyOf } from '../../live/snapshot'
import { useInbox } from '../../live/LiveProvider'
import { useOutbox } from '../../outbox/OutboxProvider'
import { useSession } from '../../shell/SessionProvider'
import type { DocumentView } from '../../wire/documents'
import { api } from '../../wire/api'
import { useQueryClient } from '@tanstack/react-query'

const visibleMs = 2_000
/** What this page already reported; the server would answer the same again. */
const reported = new Set<string>()

/**
 * Reports a document as opened once it was visible for two seconds, and no dialog over it: that moment is what the sender
 * sees. A notice of what is immediate says what opening tells, and must be answered before anything is told.
 * Reads the person's items of the document and opens the delivery and the steps that wait for the person.
 */
export function useOpened(view: DocumentView | undefined): void {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const inbox = useInbox()
  const { me } = useSession()
  const covered = useCovered()
  const unread = view && inbox
    ? [...inbox.items.values()].filter((item) => item.documentId === view.id && !item.readBy.includes(me.official.id))
    : []
  const unreadKeys = unread.map(keyOf).join(' ')

  useEffect(() => {
    if (!view || covered) return
    const seats = new Set(me.seats.map((seat) => seat.id))
    const units = new Set(me.seats.map((seat) => seat.unit?.id))
    const report = () => {
      const label = { key: 'acts.open.name', params: { what: view.typeName } }
      const send = async (path: string, id: string) => {
        if (reported.has(id)) return
        reported.add(id)
        await outbox.send({ key: crypto.randomUUID(), path, label, quiet: true }).catch(() => {})
        void queries.invalidateQueries({ queryKey: ['document', view.id] })
      }
      for (const delivery of view.deliveries) {
        if (delivery.state === 'arrived' && !delivery.openedAt && units.has(delivery.unit.id)) void send(`/api/deliveries/${delivery.id}/open`, delivery.id)
        for (const step of delivery.steps) {
          // A presented step stays waiting on the leader's desk after it was opened.
          if (step.state === 'waiting' && !step.openedAt && seats.has(step.seat)) void send(`/api/deliveries/${delivery.id}/steps/${step.id}/open`, step.id)
        }
      }
      const fresh = unread.filter((item) => !reported.has(`${keyOf(item)}@${item.arrivedAt}`))
      if (fresh.length === 0) return
      for (const item of fresh) reported.add(`${keyOf(item)}@${item.arrivedAt}`)
      const items = fresh.map(({ seat, subject, reason }) => ({ seat, subject, reason }))
      outbox.send({ key: crypto.randomUUID(), path: '/api/inbox/read', body: { items }, label: { key: 'acts.read.name' }, quiet: true }).catch(() => {
        for (const item of fresh) reported.delete(`${keyOf(item)}@${item.arrivedAt}`)
      })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = () => {
      clearTimeout(timer)
      if (!document.hidden) timer = setTimeout(report, visibleMs)
    }
    watch()
    document.addEventListener('visibilitychange', watch)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', watch)
    }
    // The list of unread keys stands for the items themselves.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [view?.id, view?.position, unreadKeys, me, outbox, queries, covered])
}

export const assigneesQuery = (deliveryId: string) => ({
  queryKey: ['assignees', deliveryId],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.assignees(deliveryId, signal),
})
