import type { Editor } from '@tiptap/core'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { useEffect, useState } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import type { DocumentView } from '../../wire/documents'
import { DraftLine } from './draftLine'
import { lateSuggestions } from './lateText'
import type { SayThread } from './useThreads'

/** The first exchange of states is answered by then, and what is not taken is late. */
const lateMs = 2_000

interface LateTextProps {
  view: DocumentView
  editor: Editor
  /** Null for somebody who may not suggest. */
  say: SayThread | null
  /** All of it is sent: the page can be read anew. */
  onSent: () => void
}

/** What was typed here came when the draft was locked. It stays on this page until its author has done something about it. */
export function LateText({ view, editor, say, onSent }: LateTextProps) {
  const { t } = useTranslation()
  const [late, setLate] = useState(false)
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), lateMs)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null

  const send = async () => {
    if (sending || !say) return
    setSending(true)
    setError(null)
    const line = new DraftLine(view.id)
    try {
      await loaded(line)
      const root = line.provider.document.getXmlFragment('default')
      const draft = yXmlFragmentToProseMirrorRootNode(root, editor.schema)
      for (const thread of lateSuggestions(draft, root, editor.state.doc)) await say('', thread, 'thread')
      onSent()
    } catch (refused) {
      setError(refused)
      setSending(false)
    } finally {
      line.end()
    }
  }
  return (
    <div className="late callout callout--warn" role="status">
      <p>{t(say ? 'drafting.late' : 'drafting.lateCopy')}</p>
      {error !== null && <Refusal act="thread" error={error} />}
      {say && (
        <Button small aria-disabled={sending} onClick={() => void send()}>
          {t(sending ? 'documents.sending' : 'drafting.lateSend')}
        </Button>
      )}
    </div>
  )
}

/** Ends when the draft is there as the server has it. */
function loaded(line: DraftLine): Promise<void> {
  return new Promise((resolve) => {
    const look = () => line.state().loaded && resolve()
    line.subscribe(look)
    look()
  })
}
