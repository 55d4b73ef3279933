import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { useCallback, useSyncExternalStore } from 'react'
import { XmlElement, XmlText } from 'yjs'
import { changeBetween } from './textChange'

const textOf = (note: XmlElement): XmlText | null => note.toArray().find((child) => child instanceof XmlText) ?? null
const lettersOf = (note: XmlElement): string => textOf(note)?.toString() ?? ''

/** The letters of a note as all write them, and the way to write them: the own change alone goes into the document. */
export function useSharedNote(note: XmlElement): [string, (letters: string) => void] {
  const subscribe = useCallback((changed: () => void) => {
    note.observeDeep(changed)
    return () => note.unobserveDeep(changed)
  }, [note])
  const letters = useSyncExternalStore(subscribe, () => lettersOf(note))
  const write = useCallback((written: string) => {
    const change = changeBetween(lettersOf(note), written.normalize('NFC'))
    if (!change || !note.doc) return
    // The editor's own origin: what was written in a note is undone as what was written in the text.
    note.doc.transact(() => {
      let text = textOf(note)
      if (!text) note.insert(0, [text = new XmlText()])
      text.delete(change.at, change.removed)
      text.insert(change.at, change.inserted)
    }, ySyncPluginKey)
  }, [note])
  return [letters, write]
}
