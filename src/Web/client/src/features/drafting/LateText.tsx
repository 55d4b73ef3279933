import type { Editor } from '@tiptap/core'
import { Copy, RotateCcw, Send, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { copyBlocks } from './copyBlocks'
import type { DraftLine } from './draftLine'
import type { Late, LeftOver } from './lateText'
import { useLate } from './useLate'
import { useSendLate } from './useSendLate'
import type { SayThread } from './useThreads'

const excerptMax = 60
const none: Late = { suggestions: [], leftOver: [], missing: [] }

interface LateTextProps {
  documentId: string
  line: DraftLine
  editor: Editor
  /** Null for somebody who may not suggest. */
  say: SayThread | null
  /** All of it is sent, or given up: the page can be read anew. */
  onDone: () => void
}

/** What was typed here and the server does not take. It stays on this page until its author has done something about it. */
export function LateText({ documentId, line, editor, say, onDone }: LateTextProps) {
  const { t } = useTranslation()
  const { stopped } = line.state()
  const late = useLate(documentId, line, editor)
  const { suggestions, leftOver, missing } = late === null || late === 'unknown' ? none : late
  const { sending, sent, error, send } = useSendLate(suggestions, say)
  const [copied, setCopied] = useState<boolean | null>(null)
  const isNothing = late !== null && late !== 'unknown' && missing.length === 0 && suggestions.length === 0 && leftOver.length === 0
  // After a restore that took nothing of this page the page goes on by itself.
  useEffect(() => {
    if (isNothing && stopped === 'restored') onDone()
  }, [isNothing, stopped, onDone])
  // While the server is away as well as afterwards the text can be copied.
  const isUncompared = late === null || late === 'unknown'
  // Before that it may still be on its way.
  if (late === null && !stopped) return null

  const left = say ? suggestions.length - sent : 0
  const sendAll = async () => {
    if (await send() && leftOver.length === 0) onDone()
  }
  const copy = () => setCopied(copyBlocks(isUncompared ? editor.state.doc.content.content : missing, editor.schema))
  return (
    <section className="late callout callout--warn">
      <p>{t(stopped ? `drafting.stopped.${stopped}` : say ? 'drafting.late' : 'drafting.lateCopy')}</p>
      {late === null && <p>{t('drafting.lateReading')}</p>}
      {late === 'unknown' && <p>{t('drafting.lateUnknown')}</p>}
      {isNothing && <p>{t('drafting.lateNothing')}</p>}
      {left > 0 && <p>{t('drafting.lateCan', { count: left })}</p>}
      {sent > 0 && <p>{t('drafting.lateSent', { count: sent })}</p>}
      {leftOver.length > 0 && <LeftOverList leftOver={leftOver} />}
      {error !== null && <Refusal act="thread" error={error} />}
      {copied !== null && <p>{t(copied ? 'drafting.lateCopied' : 'drafting.lateNotCopied')}</p>}
      <span className="late__ways">
        {left > 0 && (
          <Button small icon={Send} aria-disabled={sending} onClick={() => void sendAll()}>
            {t(sending ? 'documents.sending' : 'drafting.lateSend')}
          </Button>
        )}
        {(missing.length > 0 || isUncompared) && <Button small icon={Copy} onClick={copy}>{t(isUncompared ? 'drafting.lateCopyPage' : 'drafting.lateCopyIt')}</Button>}
        {isNothing ? (
          <Button small icon={RotateCcw} onClick={onDone}>{t('drafting.openAnew')}</Button>
        ) : (
          <Button small icon={X} aria-disabled={sending} onClick={() => !sending && onDone()}>{t('drafting.giveUp')}</Button>
        )}
      </span>
    </section>
  )
}

function LeftOverList({ leftOver }: { leftOver: LeftOver[] }) {
  const { t } = useTranslation()
  const excerpt = (text: string) => {
    const letters = text.replaceAll('\uFFFC', ' ').trim()
    return letters.length > excerptMax ? `${letters.slice(0, excerptMax).trimEnd()}…` : letters
  }
  return (
    <div className="late__left">
      <p>{t('drafting.leftOver')}</p>
      <ul>
        {leftOver.map(({ kind, text }, at) => (
          // Two of a kind may be about the same letters, and the list stays as it is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>{t(`drafting.leftOverOf.${kind}`)}{excerpt(text) && <>: <q lang="vi">{excerpt(text)}</q></>}</li>
        ))}
      </ul>
    </div>
  )
}
