import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
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
import { forgetDraft } from './unsavedStore'
import { useDraftLine } from './useDraftLine'
import '../documents/written-text.css'
import './drafting.css'

export default function DraftingPage({ documentId }: { documentId: string }) {
  const document = useDocument(documentId)
  const { me } = useSession()
  const isGone = isNotInScope(document.error)
  useEffect(() => {
    if (isGone) void forgetDraft({ official: me.official.id, document: documentId })
  }, [isGone, me.official.id, documentId])
  if (document.isPending) return <RuledLines />
  if (isGone) return <NotInScope />
  // Whoever writes goes on writing while reading anew fails.
  if (!document.data) return <Refusal act="load" error={document.error} />
  return <Draft view={document.data} />
}

function Draft({ view }: { view: DocumentView }) {
  const locale = useLocale()
  const { me, seat } = useSession()
  const { line, renew } = useDraftLine(view, me.official.id)
  const writer = useMemo(
    () => ({ id: me.official.id, name: me.official.name, unit: seat?.unit ? unitName(seat.unit, locale) : '', color: '' }),
    [me.official.id, me.official.name, seat?.unit, locale],
  )
  if (!line) return <RuledLines />
  return <Opened view={view} line={line} writer={writer} onRenew={renew} />
}

function Opened({ view, line, writer, onRenew }: Omit<Parameters<typeof DraftSheet>[0], 'state'>) {
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
  if (!state.loaded) return <RuledLines />
  return <DraftSheet view={view} line={line} state={state} writer={writer} onRenew={onRenew} />
}
