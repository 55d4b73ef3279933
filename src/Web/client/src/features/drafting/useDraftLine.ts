import { useCallback, useEffect, useState } from 'react'
import type { DocumentView } from '../../wire/documents'
import { DraftLine } from './draftLine'
import { forgetDraft, kept } from './unsavedStore'

/**
 * The draft's line while the page is open. What was not saved before a reload comes with it, except of a classified draft:
 * of that nothing stays at the browser.
 */
export function useDraftLine({ id, secrecy }: DocumentView, official: number) {
  const [line, setLine] = useState<DraftLine | null>(null)
  const [opening, setOpening] = useState(0)
  const keeps = secrecy === 'normal'
  useEffect(() => {
    const of = { official, document: id }
    let opened: DraftLine | null = null
    let left = false
    const open = async () => {
      if (!keeps) await forgetDraft(of)
      const found = keeps ? await kept(of) : []
      if (left) return
      opened = new DraftLine(id, keeps ? { of, found } : null)
      setLine(opened)
    }
    void open()
    return () => {
      left = true
      opened?.end()
    }
  }, [id, official, keeps, opening])
  /** Begins another line with nothing of this page's own: what the server does not take is given up. */
  const renew = useCallback(() => void line?.giveUp().then(() => setOpening((before) => before + 1)), [line])
  return { line, renew }
}
