import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, IconButton } from '../../components/Button'
import { useTranslation } from '../../i18n'
import { findKey } from './findText'

interface FindBarProps {
  editor: Editor | null
  edits: boolean
  onClose: () => void
}

export function FindBar({ editor, edits, onClose }: FindBarProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [by, setBy] = useState('')
  const finding = useEditorState({ editor, selector: ({ editor: shown }) => shown && findKey.getState(shown.state) })
  const here = finding?.found[finding.at]?.from

  useEffect(() => {
    editor?.commands.find(text)
    return () => void (editor?.isDestroyed || editor?.commands.find(''))
  }, [editor, text])
  useEffect(() => {
    if (!editor || here === undefined) return
    const { node } = editor.view.domAtPos(here)
    const element = node instanceof Element ? node : node.parentElement
    element?.scrollIntoView({ block: 'center' })
  }, [editor, here])

  const count = finding?.found.length ?? 0
  return (
    <search className="drafting__find">
      <input
        className="input"
        // Whoever opens it means to type.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={t('drafting.findText')}
        placeholder={t('drafting.findText')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') editor?.commands.findStep(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') onClose()
        }}
      />
      <span className="drafting__count" role="status">
        {text && t('drafting.found', { at: count ? finding!.at + 1 : 0, count })}
      </span>
      <IconButton icon={ChevronUp} label={t('drafting.findBefore')} disabled={!count} onClick={() => editor?.commands.findStep(-1)} />
      <IconButton icon={ChevronDown} label={t('drafting.findNext')} disabled={!count} onClick={() => editor?.commands.findStep(1)} />
      {edits && (
        <>
          <input className="input" aria-label={t('drafting.replaceBy')} placeholder={t('drafting.replaceBy')} value={by} onChange={(event) => setBy(event.target.value)} />
          <Button small disabled={!count} onClick={() => editor?.commands.replaceFound(by)}>
            {t('drafting.replace')}
          </Button>
          <Button small disabled={!count} onClick={() => editor?.commands.replaceAllFound(by)}>
            {t('drafting.replaceAll')}
          </Button>
        </>
      )}
      <IconButton icon={X} label={t('drafting.findEnd')} onClick={onClose} />
    </search>
  )
}
