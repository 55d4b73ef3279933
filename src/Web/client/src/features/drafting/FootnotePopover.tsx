import type { Editor } from '@tiptap/core'
import { Trash2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { XmlElement } from 'yjs'
import { IconButton } from '../../components/Button'
import { useTranslation } from '../../i18n'
import { footnotesOf, sharedNote } from './footnote'
import { useSharedNote } from './useSharedNote'

interface FootnotePopoverProps {
  editor: Editor
  note: XmlElement
  /** From 1, as it is counted now. */
  number: number
  mark: Element
  onClose: () => void
}

/** Where a note is written, beside its mark. */
export function FootnotePopover({ editor, note, number, mark, onClose }: FootnotePopoverProps) {
  const { t } = useTranslation()
  const trigger = useRef(mark)
  trigger.current = mark
  const title = useId()
  const remove = () => {
    onClose()
    const found = footnotesOf(editor.state.doc).find(({ node }) => sharedNote(editor.state, node) === note)
    if (found) editor.chain().focus().deleteRange({ from: found.position, to: found.position + found.node.nodeSize }).run()
  }
  return (
    <Popover className="popover footnote-popover" triggerRef={trigger} isOpen onOpenChange={(open) => !open && onClose()} placement="bottom start" offset={6}>
      <Dialog className="footnote-popover__body" aria-labelledby={title}>
        <div className="footnote-popover__head">
          <h2 id={title}>{t('drafting.footnoteNumber', { number })}</h2>
          <IconButton icon={Trash2} label={t('drafting.footnoteAway')} onClick={remove} />
        </div>
        <NoteField note={note} label={t('drafting.footnoteText')} onDone={onClose} />
      </Dialog>
    </Popover>
  )
}

function NoteField({ note, label, onDone }: { note: XmlElement; label: string; onDone: () => void }) {
  const [letters, write] = useSharedNote(note)
  // A word that is being composed is finished before it goes out, and before others' letters come in.
  const [composed, setComposed] = useState<string | null>(null)
  return (
    <textarea
      className="input footnote-popover__field"
      aria-label={label}
      lang="vi"
      rows={3}
      // Whoever opens a note means to write it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      value={composed ?? letters}
      onCompositionStart={(event) => setComposed(event.currentTarget.value)}
      onCompositionEnd={(event) => {
        setComposed(null)
        write(event.currentTarget.value)
      }}
      onChange={(event) => (composed === null ? write(event.target.value.replaceAll('\n', ' ')) : setComposed(event.target.value))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onDone()
      }}
    />
  )
}
