import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { PenLine } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import { sharesOf, shareWords } from './authors'
import { sharesAtCaret } from './whoWrote'
import './who.css'

/** So long after the last change it is asked anew who wrote what; in between new letters belong to nobody yet. */
const restMs = 2_000

/** Shows in the margin of the sheet who wrote each paragraph, while it is pressed. */
export function AuthorsChip({ documentId, editor }: { documentId: string; editor: Editor | null }) {
  const { t } = useTranslation()
  const [on, setOn] = useState(false)
  const authors = useQuery({ queryKey: ['authors', documentId, null], queryFn: ({ signal }) => api.authors(documentId, null, signal), enabled: on, staleTime: 0 })
  const { data, refetch } = authors

  useEffect(() => {
    if (!editor) return
    editor.commands.showAuthors(on && data ? sharesOf(data) : null)
  }, [editor, on, data])

  useEffect(() => {
    if (!editor || !on) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void refetch(), restMs)
    }
    editor.on('update', later)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor, on, refetch])

  return (
    <button type="button" className="chip-button" aria-pressed={on} onClick={() => setOn((shown) => !shown)}>
      <PenLine className="icon" size={16} aria-hidden="true" />
      {t(on && authors.isError && !data ? 'drafting.whoUnknown' : 'drafting.who')}
    </button>
  )
}

/** Who wrote the paragraph that the caret is in. */
export function CaretAuthors({ editor }: { editor: Editor | null }) {
  const { t } = useTranslation()
  const words = useEditorState({ editor, selector: ({ editor: shown }) => (shown ? shareWords(sharesAtCaret(shown.state)) : '') })
  if (!words) return null
  return <p className="drafting__who">{t('drafting.whoHere', { who: words })}</p>
}
