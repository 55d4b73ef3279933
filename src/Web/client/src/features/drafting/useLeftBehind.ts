import type { Node } from '@tiptap/pm/model'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { applyUpdate, Doc } from 'yjs'
import { useSession } from '../../shell/SessionProvider'
import { api } from '../../wire/api'
import { draftSchema } from './editorOptions'
import { forgetDraft, kept, type UnsavedOf } from './unsavedStore'

/**
 * What was kept of a draft that the server does not know, where any of it is of other data than the server's: a restore may
 * have taken the draft itself. Else the person may see it no longer, and it is forgotten.
 */
async function leftOf(of: UnsavedOf): Promise<Node | null> {
  const found = await kept(of)
  const lives = new Set(found.flatMap(({ epoch }) => epoch ?? []))
  if (lives.size > 0) lives.delete((await api.session()).epoch)
  if (lives.size === 0) {
    await forgetDraft(of)
    return null
  }
  const doc = new Doc()
  for (const { update } of found) applyUpdate(doc, update)
  return yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment('default'), draftSchema())
}

/** Null where there is nothing; undefined before that is known. */
export function useLeftBehind(documentId: string) {
  const { me } = useSession()
  const queries = useQueryClient()
  const of = { official: me.official.id, document: documentId }
  const queryKey = ['leftBehind', of.official, of.document]
  // Another page may send meanwhile what was kept, or keep more.
  const { data, error } = useQuery({ queryKey, queryFn: () => leftOf(of), gcTime: 0, staleTime: 0 })
  const giveUp = () => void forgetDraft(of).then(() => queries.setQueryData(queryKey, null))
  return { left: data, error, giveUp }
}
