import type { Editor } from '@tiptap/core'
import { TriangleAlert } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import { keptForm } from '../../kept/keptForms'
import { notices } from '../../shell/notices'
import { useSession } from '../../shell/SessionProvider'
import type { DocumentView } from '../../wire/documents'
import type { Thread, ThreadKind } from '../../wire/threads'
import type { DraftLine } from './draftLine'
import { lettersAlone } from './lateBlocks'
import type { Begun, BegunWords } from './ThreadForm'
import { anchorOf, lettersOf, standingOf } from './threadPlaces'
import type { PlaceInDraft } from './usePlaceInDraft'
import { useSayThread, useThreads } from './useThreads'

/** A composed word is read from the page a moment after it has ended. */
const settleMs = 60
const quoteMax = 5_000
const begunId = 'begun'

/** The margin of one draft: what is said, what is chosen, and what somebody is about to say; drawn into the text. */
export function useThreadMargin(view: DocumentView, line: DraftLine, editor: Editor | null, placeIn: PlaceInDraft) {
  const threads = useThreads(view, line.provider)
  const say = useSayThread(view)
  const { me } = useSession()
  const [chosen, setChosen] = useState<string | null>(null)
  const [begun, setBegun] = useState<Begun | null>(() => (keptForm(placeIn('thread')) as BegunWords | undefined)?.begun ?? null)
  const root = useMemo(() => line.provider.document.getXmlFragment('default'), [line.provider])

  const shown = useMemo(
    () => [...(threads?.threads ?? []), ...(begun ? [placeholder(begun, me.official)] : [])],
    [threads, begun, me.official],
  )
  useEffect(() => (editor ? draw(editor, shown, begun ? begunId : chosen) : undefined), [editor, shown, begun, chosen])

  const scrollTo = useCallback(
    (id: string) => {
      const thread = threads?.threads.find((one) => one.id === id)
      const standing = editor && thread && standingOf(editor.state.doc, root, thread)
      if (!standing) return
      const { node } = editor.view.domAtPos(standing.from)
      const element = node instanceof Element ? node : node.parentElement
      element?.scrollIntoView({ block: 'center' })
    },
    [editor, root, threads],
  )

  const begin = useCallback(
    (kind: ThreadKind) => {
      if (!editor) return
      const { from, to, $from } = editor.state.selection
      setBegun({
        kind,
        ...anchorOf(root, { from, to }, editor.schema),
        quote: lettersOf(editor.state.doc, { from, to }).slice(0, quoteMax),
        letters: lettersAlone($from.parent.cut($from.parentOffset, Math.min(to - $from.start(), $from.parent.content.size))),
      })
    },
    [editor, root],
  )

  /** The words were said, or not: what was selected for them is selected no longer. */
  const end = useCallback(() => {
    setBegun(null)
    editor?.commands.setTextSelection(editor.state.selection.to)
    if (!editor?.isEditable) document.getSelection()?.removeAllRanges()
  }, [editor])

  /** The server has said yes; now the text follows, unless its letters went meanwhile. */
  const take = useCallback(
    (thread: Thread) => {
      if (editor?.commands.takeSuggestion(thread)) return
      notices.toast({ icon: TriangleAlert, tone: 'warn', title: { key: 'drafting.threads.notTaken' }, sticky: true })
    },
    [editor],
  )

  useNamedEntry(threads?.threads, (id) => {
    setChosen(id)
    scrollTo(id)
  })
  return { threads, say, chosen, setChosen, begun, begin, end, take, scrollTo, me: me.official.id }
}

/** Whoever comes from an inbox item is shown the word that it is about, once. */
function useNamedEntry(threads: Thread[] | undefined, onFound: (thread: string) => void) {
  const [search] = useSearchParams()
  const entry = search.get('entry')
  const [shown, setShown] = useState<string | null>(null)
  const thread = entry && entry !== shown ? threads?.find(({ entries }) => entries.some(({ id }) => id === entry)) : undefined
  useEffect(() => {
    if (!thread) return
    setShown(entry)
    onFound(thread.id)
  }, [thread, entry, onFound])
}

/** Draws at once, or when the word that is being composed has ended: what it stands in must not change under it. */
function draw(editor: Editor, threads: readonly Thread[], chosen: string | null): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = () => void (editor.isDestroyed || editor.commands.showThreads({ threads, chosen }))
  const later = () => {
    timer = setTimeout(show, settleMs)
  }
  const { dom, composing } = editor.view
  if (composing) dom.addEventListener('compositionend', later, { once: true })
  else show()
  return () => {
    clearTimeout(timer)
    dom.removeEventListener('compositionend', later)
  }
}

/** The place of a word that is not said yet, so that it is seen while the words are found. */
const placeholder = (begun: Begun, by: Thread['entries'][number]['by']): Thread => ({
  id: begunId, state: 'open', round: 0, position: 0, actions: [], ...begun, kind: 'comment',
  entries: [{ id: begunId, kind: 'opened', at: '', by, text: '' }],
})
