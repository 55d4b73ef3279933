import { useQueryClient } from '@tanstack/react-query'
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { typeName } from '../../format/names'
import { useLocale } from '../../i18n'
import { useOutbox } from '../../outbox/OutboxProvider'
import { Withdrawn } from '../../outbox/outbox'
import { notices } from '../../shell/notices'
import { useSession } from '../../shell/SessionProvider'
import type { Board, LateUnit, TileUnit } from '../../wire/board'
import { seatFor, useDocument } from '../documents/useDocument'
import { isLongAgo, mayRemind } from './board'

const chunksMs = [1_000, 3_000, 10_000]

export interface Reminder {
  /** Whether this person may remind at all. */
  allowed: boolean
  busy: boolean
  error: unknown
  /** Whether the last reminder of the unit is long enough ago. */
  isDue: (unit: LateUnit) => boolean
  /** Whether a reminder now would reach the unit. */
  isDueUnit: (unit: TileUnit) => boolean
  /** Reminds these units; without any, every one that is due. */
  remind: (units?: number[]) => void
}

/** Reminding from the board: who may is said by the document, who is due by the server. */
export function useReminder(board: Board): Reminder {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const { me } = useSession()
  const locale = useLocale()
  const view = useDocument(board.documentId).data
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const remind = async (units: number[]) => {
    if (!view || busy) return
    setBusy(true)
    setError(null)
    try {
      await outbox.send({
        key: crypto.randomUUID(),
        path: `/api/documents/${board.documentId}/remind`,
        body: { units },
        actingSeat: seatFor(view, undefined, 'remind', me),
        label: { key: 'acts.remind.name', params: { what: (view.secrecy === 'normal' && view.symbol) || typeName(view, locale) } },
      })
      notices.toast({ icon: BellRing, tone: 'ok', title: { key: 'acts.remind.done', params: { count: units.length || board.remindable } }, sticky: false })
    } catch (refused) {
      if (!(refused instanceof Withdrawn)) setError(refused)
    } finally {
      setBusy(false)
      refresh()
      // What is acknowledged is the act; the units are reminded in chunks behind it.
      for (const ms of chunksMs) setTimeout(refresh, ms)
    }
  }
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['board', board.documentId] })
    void queries.invalidateQueries({ queryKey: ['boardTile', board.documentId] })
  }
  return {
    allowed: view?.actions.includes('remind') ?? false,
    busy,
    error,
    isDue: ({ remindedAt }) => isLongAgo(remindedAt, board.lateAfterMinutes, Date.now()),
    isDueUnit: (unit) => mayRemind(unit, board.lateAfterMinutes, Date.now()),
    remind: (units = []) => void remind(units),
  }
}
