import { isClassified } from '../../wire/documents'
import type { DraftForm } from './useDraft'

/** Whose text it is, and of which draft; a draft that was never saved has no id yet. */
export interface KeptOf {
  official: number
  documentId: string | undefined
}

/** The command that makes a new draft, as it was first sent: until its outcome is known it is this one that is sent again. */
export interface Creation {
  key: string
  form: DraftForm
  actingSeat: number | undefined
}

interface Kept {
  form: DraftForm
  position: number | null
  /** What is kept is of a new draft that may have been made already. */
  creation?: Creation
}

const prefixOf = (official: number) => `draft.${official}.`
const keyOf = ({ official, documentId }: KeptOf) => `${prefixOf(official)}${documentId ?? 'new'}`

export function readKept(of: KeptOf, position: number | null): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(of)) ?? 'null') as Kept | null
    return kept && kept.position === position ? kept : null
  } catch {
    return null
  }
}

/** What was typed survives a reload of this tab, unless the draft is classified: that is kept nowhere. Whether it is kept. */
export function keepDraft(of: KeptOf, kept: Kept | null): boolean {
  try {
    if (!kept || isClassified(kept.form)) {
      sessionStorage.removeItem(keyOf(of))
      return false
    }
    sessionStorage.setItem(keyOf(of), JSON.stringify(kept))
    return true
  } catch {
    // Without storage a reload loses the text; the leave-page guard has warned.
    return false
  }
}

/** The words are the same, whatever page they were typed on. */
export const isSameForm = (one: DraftForm, other: DraftForm) => JSON.stringify(one) === JSON.stringify(other)

/** A draft as the server has it. */
export interface DraftAt {
  id: string | undefined
  position: number | null
}

/** These words are saved: what is kept of the draft goes, or is of the draft as it is now where other words were typed since. */
export function keptIsSaved(official: number, sent: DraftForm, was: DraftAt, is: DraftAt, creationKey?: string): void {
  const of = { official, documentId: was.id }
  const kept = readKept(of, was.position)
  // It may be of another new draft than this one.
  if (!kept || kept.creation?.key !== creationKey) return
  keepDraft(of, null)
  if (!isSameForm(kept.form, sent)) keepDraft({ official, documentId: is.id }, { form: kept.form, position: is.position })
}

/** What is kept is not made by that command any more, which was refused. */
export function keptIsNotMade(official: number, { key }: Creation): void {
  const of = { official, documentId: undefined }
  const kept = readKept(of, null)
  if (kept?.creation?.key === key) keepDraft(of, { form: kept.form, position: null })
}

const keysOf = (official: number) => Object.keys(sessionStorage).filter((key) => key.startsWith(prefixOf(official)))

/** How many drafts' unsaved text this tab keeps of a person. */
export function keptDrafts(official: number): number {
  try {
    return keysOf(official).length
  } catch {
    return 0
  }
}

export function forgetDrafts(official: number): void {
  try {
    for (const key of keysOf(official)) sessionStorage.removeItem(key)
  } catch {
    // Where nothing can be read nothing was kept.
  }
}
