import type { Node } from '@tiptap/pm/model'
import { diffArrays } from 'diff'
import type * as Y from 'yjs'
import type { NewThread } from '../../wire/threads'
import { anchorOf, type Place } from './threadPlaces'

/** What one suggestion may hold. */
const lettersMax = 5_000

interface Block extends Place {
  text: string
}

function blocksOf(doc: Node): Block[] {
  const blocks: Block[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const from = position + 1
    blocks.push({ from, to: from + node.content.size, text: node.textBetween(0, node.content.size, undefined, '\uFFFC') })
    return false
  })
  return blocks
}

/** The part in which two lines differ, as far as whole words. */
function difference(was: string, is: string): { from: number; to: number; replacement: string } {
  const common = (a: string, b: string) => {
    let length = 0
    while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
    return length
  }
  const reversed = (text: string) => [...text].reverse().join('')
  const start = was.slice(0, common(was, is)).replace(/\S+$/, '').length
  const end = reversed(was.slice(was.length - common(reversed(was.slice(start)), reversed(is.slice(start))))).replace(/\S+$/, '').length
  return { from: start, to: was.length - end, replacement: is.slice(start, is.length - end) }
}

/**
 * What stands on this page and was not taken, as suggestions for the draft as the server has it: a changed paragraph is one
 * suggestion, a new one is added behind the paragraph before it. Nothing of it is left out.
 */
export function lateSuggestions(draft: Node, root: Y.XmlFragment, page: Node): NewThread[] {
  const blocks = blocksOf(draft)
  const threads: NewThread[] = []
  const suggest = (place: Place, quote: string, text: string) => {
    // Letters that are too many to be quoted stay, and those that are too many for one suggestion make several.
    const kept = quote.length > lettersMax ? { from: place.to, to: place.to } : place
    for (let at = 0; at === 0 || at < text.length; at += lettersMax) {
      const here = at === 0 ? kept : { from: place.to, to: place.to }
      const replacement = text.slice(at, at + lettersMax)
      const quoted = at === 0 && kept === place ? quote : ''
      if (quoted !== replacement) {
        threads.push({ kind: 'suggestion', ...anchorOf(root, here, draft.type.schema), quote: quoted, replacement, text: '', mentions: [] })
      }
    }
  }
  let next = 0
  let gone: Block[] = []
  for (const part of diffArrays(blocks.map(({ text }) => text), blocksOf(page).map(({ text }) => text))) {
    if (part.removed) {
      gone = blocks.slice(next, next + part.value.length)
      next += part.value.length
      continue
    }
    if (part.added) {
      for (const text of part.value) {
        const block = gone.shift()
        if (block) {
          const { from, to, replacement } = difference(block.text, text)
          suggest({ from: block.from + from, to: block.from + to }, block.text.slice(from, to), replacement)
        } else if (text.trim()) {
          const at = blocks[next - 1]?.to ?? 1
          suggest({ from: at, to: at }, '', next > 0 ? ` ${text}` : text)
        }
      }
    } else next += part.value.length
    for (const block of gone.splice(0)) if (block.text) suggest(block, block.text, '')
  }
  for (const block of gone) if (block.text) suggest(block, block.text, '')
  return threads
}
