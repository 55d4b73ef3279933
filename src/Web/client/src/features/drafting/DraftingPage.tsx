import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { useLossOfLeaving } from '../../shell/lossOfLeaving'
import { useSession } from '../../shell/SessionProvider'
import { useLeaveGuard } from '../../shell/useLeaveGuard'
import { isNotInScope } from '../../wire/refusal'
import type { DocumentView } from '../../wire/documents'
import { useDocument } from '../documents/useDocument'
import { DraftSheet } from './DraftSheet'
import { LeftBehind } from './LeftBehind'
import { useDraftLine } from './useDraftLine'
import '../documents/written-text.css'
import './drafting.css'

export default function DraftingPage({ documentId }: { documentId: string }) {
  const document = useDocument(documentId)
  const isGone = isNotInScope(document.error)
  const [isTaken, setTaken] = useState(false)
  const onTaken = useCallback(() => setTaken(true), [])
  useEffect(() => {
    if (!isGone) setTaken(false)
  }, [isGone])
  if (document.isPending) return <RuledLines />
  // Whoever writes goes on writing while reading anew fails, and keeps what a restore took together with its draft.
  if (document.data && !(isGone && isTaken)) return <Draft view={document.data} isGone={isGone} onTaken={onTaken} />
  if (isGone) return <LeftBehind documentId={documentId} />
  return <Refusal act="load" error={document.error} onRetry={document.refetch} />
}

interface DraftProps {
  view: DocumentView
  /** The server knows no such draft of this person's any more; it is the line that finds out why. */
  isGone: boolean
  /** The person may see it no longer. */
  onTaken: () => void
}

function Draft({ view, isGone, onTaken }: DraftProps) {
  const locale = useLocale()
  const { me, seat } = useSession()
  const { line, renew } = useDraftLine(view, me.official.id)
  const writer = useMemo(
    () => ({ id: me.official.id, name: me.official.name, unit: seat?.unit ? unitName(seat.unit, locale) : '', color: '' }),
    [me.official.id, me.official.name, seat?.unit, locale],
  )
  useEffect(() => {
    if (isGone) void line?.lookWhyGone().then((stays) => stays || onTaken())
  }, [isGone, line, onTaken])
  if (!line) return <RuledLines />
  return <Opened view={view} isGone={isGone} line={line} writer={writer} onRenew={renew} />
}

function Opened({ view, isGone, line, writer, onRenew }: Omit<Parameters<typeof DraftSheet>[0], 'state'> & Pick<DraftProps, 'isGone'>) {
  const state = useSyncExternalStore(line.subscribe, line.state)
  const { t } = useTranslation()
  const queries = useQueryClient()
  const unsaved = state.saved.state !== 'clean' || state.stopped !== null
  // The server lets a person do something else when the document has moved on: its page is read anew.
  useEffect(() => void queries.invalidateQueries({ queryKey: ['document', view.id] }), [queries, view.id, state.right])
  useLeaveGuard(unsaved)
  // What is kept over a reload is kept here as well; of a classified draft nothing is.
  useLossOfLeaving(unsaved && (view.secrecy !== 'normal' || state.stopped !== null) ? t('drafting.leaveUnsaved') : null)
  if (state.refused && !state.loaded) return <NotInScope />
  // Until it is known why the draft is gone, nothing of it is shown.
  if (!state.loaded || (isGone && state.stopped !== 'restored')) return <RuledLines />
  return <DraftSheet view={view} line={line} state={state} writer={writer} onRenew={onRenew} />
}
