import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { RuledLines } from '../../components/EmptyState'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import { Comparison } from './Comparison'
import { useVersionTitle } from './useVersions'

interface PresentComparisonProps {
  documentId: string
  version: string
  editor: Editor
  edits: boolean
  onClose: () => void
}

/** A version beside the text as it stands. Who writes may bring the version back: an edit like any other, which undo takes back. */
export function PresentComparison({ documentId, version, editor, edits, onClose }: PresentComparisonProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const titleOf = useVersionTitle()
  const chosen = useQuery({ queryKey: ['version', documentId, version], queryFn: ({ signal }) => api.version(documentId, version, signal), staleTime: Infinity })
  if (chosen.isPending) return <RuledLines />
  if (!chosen.data?.content) return <Refusal act="load" error={chosen.error} onRetry={chosen.refetch} />
  const { content } = chosen.data
  const bringBack = () => {
    editor.commands.setContent(JSON.parse(content) as object)
    onClose()
  }
  return (
    <Comparison left={{ title: titleOf(chosen.data), content }} right={{ title: t('drafting.versionPresent'), content: JSON.stringify(editor.getJSON()) }}>
      {edits && <Button small icon={Undo2} onClick={() => setAsking(true)}>{t('drafting.bringBack')}</Button>}
      <Button small onClick={onClose}>{t('drafting.backToText')}</Button>
      {asking && (
        <Dialog
          title={t('drafting.bringBackTitle', { version: titleOf(chosen.data) })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('shell.cancel')}</Button>
              <Button tone="primary" icon={Undo2} onClick={bringBack}>{t('drafting.bringBack')}</Button>
            </>
          }
        >
          <p>{t('drafting.bringBackMeans')}</p>
        </Dialog>
      )}
    </Comparison>
  )
}
