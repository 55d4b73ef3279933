import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { unitName } from '../../format/names'
import { useLocale } from '../../i18n'
import { useSession } from '../../shell/SessionProvider'
import { useLeaveGuard } from '../../shell/useLeaveGuard'
import { isNotInScope } from '../../wire/refusal'
import type { DocumentView } from '../../wire/documents'
import { useDocument } from '../documents/useDocument'
import { DraftLine } from './draftLine'
import { DraftSheet } from './DraftSheet'
import '../documents/written-text.css'
import './drafting.css'

export default function DraftingPage({ documentId }: { documentId: string }) {
  const document = useDocument(documentId)
  if (document.isPending) return <RuledLines />
  if (isNotInScope(document.error)) return <NotInScope />
  // Whoever writes goes on writing while reading anew fails.
  if (!document.data) return <Refusal act="load" error={document.error} />
  return <Draft view={document.data} />
}

function Draft({ view }: { view: DocumentView }) {
  const locale = useLocale()
  const { me, seat } = useSession()
  const [line, renew] = useDraftLine(view.id)
  const writer = useMemo(
    () => ({ id: me.official.id, name: me.official.name, unit: seat?.unit ? unitName(seat.unit, locale) : '', color: '' }),
    [me.official.id, me.official.name, seat?.unit, locale],
  )
  if (!line) return <RuledLines />
  return <Opened view={view} line={line} writer={writer} onRenew={renew} />
}

function Opened({ view, line, writer, onRenew }: Omit<Parameters<typeof DraftSheet>[0], 'state'>) {
  const state = useSyncExternalStore(line.subscribe, line.state)
  const queries = useQueryClient()
  const unsaved = state.saved.state !== 'clean'
  // The server lets a person do something else when the document has moved on: its page is read anew.
  useEffect(() => void queries.invalidateQueries({ queryKey: ['document', view.id] }), [queries, view.id, state.right])
  useLeaveGuard(unsaved)
  if (state.refused && !state.loaded) return <NotInScope />
  if (!state.loaded) return <RuledLines />
  return <DraftSheet view={view} line={line} state={state} writer={writer} onRenew={onRenew} />
}

/** The draft's line, and how to begin another one with nothing of this page's own. */
function useDraftLine(documentId: string): [line: DraftLine | null, renew: () => void] {
  const [line, setLine] = useState<DraftLine | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const opened = new DraftLine(documentId)
    setLine(opened)
    return () => opened.end()
  }, [documentId, turn])
  return [line, useCallback(() => setTurn((before) => before + 1), [])]
}
