import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslation } from '../../i18n'
import { outlineOf } from './textFacts'

export function Outline({ editor }: { editor: Editor | null }) {
  const { t } = useTranslation()
  const lines = useEditorState({ editor, selector: ({ editor: shown }) => (shown ? outlineOf(shown.state.doc) : []) })
  if (!lines?.length) return <p className="drafting__none">{t('drafting.outlineNone')}</p>
  const goTo = (position: number) => {
    const dom = editor?.view.nodeDOM(position)
    if (dom instanceof Element) dom.scrollIntoView({ block: 'start', behavior: 'smooth' })
    editor?.commands.setTextSelection(position + 1)
  }
  return (
    <ol className="outline">
      {lines.map((line) => (
        <li key={line.position} data-part={line.part}>
          <button type="button" className="list-button outline__line" onClick={() => goTo(line.position)}>
            <b>{line.label}</b> {line.text}
          </button>
        </li>
      ))}
    </ol>
  )
}
