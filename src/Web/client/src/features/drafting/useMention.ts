import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { PersonRef } from '../../wire/session'
import { callingAt, namedLike, withName, wordsMax, type Words } from './mention'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Whom the name that is being written at the caret may mean, and choosing one. Of the keys only those that choose are
 * taken, only while somebody is offered, and never from within a word that is being composed.
 */
export function useMention(field: RefObject<HTMLTextAreaElement | null>, words: Words, people: PersonRef[], onChange: (words: Words) => void) {
  /** Null while the field has no caret: it is left, or letters are selected. */
  const [caret, setCaret] = useState<number | null>(null)
  /** The sign whose list was closed. */
  const [closed, setClosed] = useState<number | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const coming = useRef<number | null>(null)
  const calling = caret === null ? null : callingAt(words.text, caret)
  const offered = calling && calling.at !== closed ? namedLike(people, calling.find) : []
  const at = Math.max(0, offered.findIndex(({ id }) => id === pointed))

  // The caret stands behind what was put in only when that is on the page.
  useLayoutEffect(() => {
    if (coming.current === null) return
    field.current?.focus()
    field.current?.setSelectionRange(coming.current, coming.current)
    setCaret(coming.current)
    coming.current = null
  }, [field, words])

  const put = (next: Words, behind: number) => {
    if (next.text.length > wordsMax) return
    coming.current = behind
    onChange(next)
  }
  const choose = (person: PersonRef) => {
    if (!calling) return
    const { words: next, caret: behind } = withName(words, calling, person)
    setClosed(calling.at)
    put(next, behind)
  }
  const follow = () => {
    const { selectionStart, selectionEnd } = field.current!
    setCaret(selectionStart === selectionEnd ? selectionStart : null)
  }
  return {
    offered,
    chosen: offered[at],
    choose,
    follow,
    leave: () => setCaret(null),
    write: (text: string) => {
      if (closed !== null && text[closed] !== '@') setClosed(null)
      setPointed(null)
      onChange({ ...words, text })
      follow()
    },
    /** Puts the sign at the caret, so that names are offered. */
    call: () => {
      const behind = field.current!.selectionEnd
      const before = words.text.slice(0, behind)
      const sign = callingAt(before, behind)?.find === '' ? '' : /\S$/.test(before) ? ' @' : '@'
      setClosed(null)
      put({ ...words, text: before + sign + words.text.slice(behind) }, behind + sign.length)
    },
    /** Whether the key was for the list. */
    onKey: (event: KeyboardEvent): boolean => {
      if (!calling || offered.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
      const step = steps[event.key]
      if (step) setPointed(offered[(at + step + offered.length) % offered.length]!.id)
      else if (event.key === 'Enter') choose(offered[at]!)
      else if (event.key === 'Escape') setClosed(calling.at)
      else return false
      event.preventDefault()
      return true
    },
  }
}
