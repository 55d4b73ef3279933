import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

export interface Found {
  from: number
  to: number
}

interface Finding {
  text: string
  found: Found[]
  /** Which one is shown; -1 when there is none. */
  at: number
}

const none: Finding = { text: '', found: [], at: -1 }
export const findKey = new PluginKey<Finding>('findText')

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    findText: {
      find: (text: string) => ReturnType
      /** Goes to the next one (1) or the one before (-1), round the end. */
      findStep: (step: 1 | -1) => ReturnType
      replaceFound: (by: string) => ReturnType
      replaceAllFound: (by: string) => ReturnType
    }
  }
}

/** Stands for what is no text, and for each bound of a footnote. */
export const noText = '\uFFFC'

/** A line's letters, those of its footnotes too: one unit for each position, also for what is no text. */
export function unitsOf(line: Node): string {
  let units = ''
  line.forEach((node) => (units += node.text ?? (node.isLeaf ? noText : noText + node.textContent + noText)))
  return units
}

/** What letters are compared by. Some keyboards and files write a letter and its marks apart, most write them as one. */
const folded = (text: string) => text.normalize('NFC').toLowerCase()

interface Folded {
  text: string
  /** Which of the line's units a unit begins with; null inside a letter; one more for the end. Absent where all are the same. */
  places?: (number | null)[]
}

function foldedLine(line: string): Folded {
  const text = folded(line)
  if (text.length === line.length && line.normalize('NFC') === line) return { text }
  const places: (number | null)[] = []
  let letters = ''
  for (const { 0: letter, index } of line.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const one = folded(letter)
    letters += one
    for (let unit = 0; unit < one.length; unit++) places.push(unit === 0 ? index : null)
  }
  return { text: letters, places: [...places, line.length] }
}

/** Where a text stands, in one paragraph each; capitals do not matter, tone marks do. */
export function findIn(doc: Node, text: string): Found[] {
  const sought = folded(text)
  if (!sought) return []
  const found: Found[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const line = foldedLine(unitsOf(node))
    for (let at = line.text.indexOf(sought); at >= 0; at = line.text.indexOf(sought, at + sought.length)) {
      const [from, to] = line.places ? [line.places[at], line.places[at + sought.length]] : [at, at + sought.length]
      // Half a letter is another one.
      if (from != null && to != null) found.push({ from: position + 1 + from, to: position + 1 + to })
    }
    return false
  })
  return found
}

export const FindText = Extension.create({
  name: 'findText',

  addCommands() {
    return {
      find: (text) => ({ tr, dispatch, state }) => {
        const found = findIn(state.doc, text)
        const at = found.findIndex((one) => one.from >= state.selection.from)
        dispatch?.(tr.setMeta(findKey, { text, found, at: found.length ? Math.max(at, 0) : -1 } satisfies Finding))
        return true
      },
      findStep: (step) => ({ tr, dispatch, state }) => {
        const { found, at, text } = findKey.getState(state) ?? none
        if (!found.length) return false
        dispatch?.(tr.setMeta(findKey, { text, found, at: (at + step + found.length) % found.length } satisfies Finding))
        return true
      },
      replaceFound: (by) => ({ tr, dispatch, state }) => {
        const { found, at } = findKey.getState(state) ?? none
        const one = found[at]
        if (!one) return false
        dispatch?.(tr.insertText(by.normalize('NFC'), one.from, one.to))
        return true
      },
      replaceAllFound: (by) => ({ tr, dispatch, state }) => {
        const { found } = findKey.getState(state) ?? none
        for (const one of [...found].reverse()) tr.insertText(by.normalize('NFC'), one.from, one.to)
        dispatch?.(tr)
        return found.length > 0
      },
    }
  },

  addProseMirrorPlugins() {
    return [
      new Plugin<Finding>({
        key: findKey,
        state: {
          init: () => none,
          apply: (tr, before) => {
            const asked = tr.getMeta(findKey) as Finding | undefined
            if (asked) return asked
            if (!tr.docChanged || !before.text) return before
            const found = findIn(tr.doc, before.text)
            return { text: before.text, found, at: found.length ? Math.min(Math.max(before.at, 0), found.length - 1) : -1 }
          },
        },
        props: {
          decorations: (state) => {
            const { found, at } = findKey.getState(state) ?? none
            if (!found.length) return null
            return DecorationSet.create(state.doc, found.map((one, index) =>
              Decoration.inline(one.from, one.to, { class: index === at ? 'found found--here' : 'found' })))
          },
        },
      }),
    ]
  },
})
