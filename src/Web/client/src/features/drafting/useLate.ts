import type { Editor } from '@tiptap/core'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { useEffect, useState } from 'react'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { DraftLine } from './draftLine'
import type { Stop } from './draftStop'
import { lateText, type Late } from './lateText'
import { begunBy, paragraphsOf } from './lostText'

/** The first exchange of states is answered by then, and what is not taken is late. */
const lateMs = 2_000
const rootName = 'default'

/** Ends when the draft is there as the server has it. */
function loaded(line: DraftLine): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { loaded: isLoaded, refused, stopped } = line.state()
      if (isLoaded) resolve()
      else if (refused || stopped) reject(new Error(stopped ?? 'refused'))
    }
    line.subscribe(look)
    look()
  })
}

/** After these ends draft and page differ in what others wrote as well: that is not this person's to send or to take away. */
const othersToo: (Stop | null)[] = ['restored', 'foreign']

/** What this page has and the server lacks. What others wrote since the line ended is on neither side of it. */
function missingOf(line: DraftLine, editor: Editor, server: Doc, ownAlone: boolean): Late {
  // What the server has under this page's ids is then another's: put together, the two would make letters that nobody wrote.
  const isForeign = line.state().stopped === 'foreign'
  const page = new Doc()
  for (const doc of isForeign ? [line.provider.document] : [line.provider.document, server]) applyUpdate(page, encodeStateAsUpdate(doc))
  const root = page.getXmlFragment(rootName)
  const shown = (doc: Doc) => yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(rootName), editor.schema)
  const own = (which: typeof paragraphsOf) => {
    const paragraphs = which(root, line.ownClients())
    return (at: number) => paragraphs[at] ?? false
  }
  const [isMine, isNew] = [ownAlone ? own(paragraphsOf) : undefined, isForeign ? own(begunBy) : undefined]
  return lateText(shown(server), server.getXmlFragment(rootName), shown(page), isMine, isNew)
}

/**
 * What this person can send again. What was typed before a reload is under ids that the page does not know for the person's
 * own: where nothing else is missing, all that the draft lacks is offered for copying, whoever wrote it.
 */
function lateOf(line: DraftLine, editor: Editor, server: Doc): Late {
  const ownAlone = othersToo.includes(line.state().stopped)
  const late = missingOf(line, editor, server, ownAlone)
  if (!ownAlone || late.missing.length + late.suggestions.length + late.leftOver.length > 0) return late
  return { suggestions: [], leftOver: [], missing: missingOf(line, editor, server, false).missing }
}

/** What of the page is not in the draft, read once; null until it is known, 'unknown' when the draft could not be read. */
export function useLate(documentId: string, line: DraftLine, editor: Editor): Late | 'unknown' | null {
  const { stopped } = line.state()
  const [read, setRead] = useState<{ stopped: Stop | null; late: Late | 'unknown' }>()
  useEffect(() => {
    let server: DraftLine | null = null
    let left = false
    const look = async () => {
      server = new DraftLine(documentId, null)
      const isRead = (late: Late | 'unknown') => setRead({ stopped, late })
      try {
        await loaded(server)
        // Nothing is awaited between the end of the typing and the comparison: no letter comes between them.
        if (!left && !line.goOn(server.provider.document)) isRead(lateOf(line, editor, server.provider.document))
      } catch {
        if (left) return
        line.endComparing()
        isRead('unknown')
      } finally {
        server.end()
      }
    }
    const timer = setTimeout(() => void look(), stopped ? 0 : lateMs)
    return () => {
      left = true
      clearTimeout(timer)
      server?.end()
    }
  }, [documentId, line, editor, stopped])
  // What was read before another end of the line says nothing of what that one took.
  return read && read.stopped === stopped ? read.late : null
}
