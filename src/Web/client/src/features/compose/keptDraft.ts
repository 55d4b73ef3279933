import type { DraftForm } from './useDraft'

/** Whose text it is, and of which draft; a draft that was never saved has no id yet. */
export interface KeptOf {
  official: number
  documentId: string | undefined
}

interface Kept {
  form: DraftForm
  position: number | null
}

const prefixOf = (official: number) => `draft.${official}.`
const keyOf = ({ official, documentId }: KeptOf) => `${prefixOf(official)}${documentId ?? 'new'}`

export function readKept(of: KeptOf, position: number | null): DraftForm | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(of)) ?? 'null') as Kept | null
    return kept && kept.position === position ? kept.form : null
  } catch {
    return null
  }
}

/** What was typed survives a reload of this tab, unless the draft is classified: that is kept nowhere. Whether it is kept. */
export function keepDraft(of: KeptOf, kept: Kept | null): boolean {
  try {
    if (!kept || kept.form.secrecy !== 'normal') {
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
