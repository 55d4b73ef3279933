import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { MessageSquarePlus, PencilLine } from 'lucide-react'
import { useLayoutEffect, useState, type RefObject } from 'react'
import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'
import type { ThreadKind } from '../../wire/threads'
import { chosenWords } from './chosenWords'

interface SelectionBubbleProps {
  editor: Editor | null
  /** What it lies on, and moves with. */
  sheet: RefObject<HTMLElement | null>
  /** What is changed is suggested; where it is changed at once nothing is to be suggested. */
  suggests: boolean
  onBegin: (kind: ThreadKind) => void
}

/** What can be done about the letters that are selected. It stands behind the text, where the next press of Tab goes. */
export function SelectionBubble({ editor, sheet, suggests, onBegin }: SelectionBubbleProps) {
  const { t } = useTranslation()
  const chosen = useEditorState({ editor, selector: ({ editor: shown }) => shown && chosenWords(shown) })
  const [at, setAt] = useState<{ top: number; left: number } | null>(null)
  const to = chosen && !chosen.empty ? chosen.to : null
  useLayoutEffect(() => {
    if (!editor || !sheet.current || to === null) return setAt(null)
    const { left, bottom } = editor.view.coordsAtPos(to)
    const { left: sheetLeft, top: sheetTop, width } = sheet.current.getBoundingClientRect()
    setAt({ top: bottom - sheetTop + 6, left: Math.max(8, Math.min(left - sheetLeft - 60, width - 260)) })
  }, [editor, sheet, to])
  if (!at || !chosen) return null
  // The selection stays while the button is pressed.
  const keep = (event: React.MouseEvent) => event.preventDefault()
  return (
    <div className="bubble" role="toolbar" aria-label={t('drafting.threads.bubble')} style={at} onMouseDown={keep} tabIndex={-1}>
      <Button small icon={MessageSquarePlus} aria-keyshortcuts="Control+Alt+M" onClick={() => onBegin('comment')}>{t('drafting.threads.comment')}</Button>
      {suggests && chosen.oneBlock && <Button small icon={PencilLine} onClick={() => onBegin('suggestion')}>{t('drafting.threads.suggestion')}</Button>}
    </div>
  )
}
