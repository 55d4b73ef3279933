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

const noText = '\uFFFC'

/** A line's letters, those of its footnotes too: one unit for each position, also for what is no text. */
export function unitsOf(line: Node): string {
  let units = ''
  line.forEach((node) => (units += node.text ?? (node.isLeaf ? noText : noText + node.textContent + noText)))
  return units
}

/** Where a text stands, in one paragraph each; capitals do not matter, tone marks do. */
export function findIn(doc: Node, text: string): Found[] {
  const sought = text.normalize('NFC').toLowerCase()
  if (!sought) return []
  const found: Found[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const content = unitsOf(node).toLowerCase()
    for (let at = content.indexOf(sought); at >= 0; at = content.indexOf(sought, at + sought.length)) {
      found.push({ from: position + 1 + at, to: position + 1 + at + sought.length })
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
