import type { Node } from '@tiptap/pm/model'
import { diffArrays } from 'diff'
import type * as Y from 'yjs'
import type { NewThread } from '../../wire/threads'
import { behindOthers, blocksOf, changesOf, haveOtherNotes, isBroken, isTable, lettersAlone, lineRunsOf, runsOf, withChanges, type Block, type Change } from './lateBlocks'
import { anchorOf, type Place } from './threadPlaces'

/** What one suggestion may hold. */
const lettersMax = 5_000

/** What letters cannot say: how they look, what a paragraph is, the lists and tables around them, footnotes, breaks, empty lines. */
export type LeftOverKind = 'formatting' | 'part' | 'list' | 'table' | 'footnote' | 'break' | 'blank'

/** Something of the page that no suggestion can carry into the draft. */
export interface LeftOver {
  kind: LeftOverKind
  /** The letters of the paragraph that it is about. */
  text: string
}

export interface Late {
  suggestions: NewThread[]
  leftOver: LeftOver[]
  /** What of the page is not in the draft as it stands here: whole paragraphs, lists and tables. */
  missing: Node[]
}

/** A paragraph of the draft beside what stands for it on the page; null on the side that has none. */
interface Pair {
  was: Block | null
  is: Block | null
}

function pairsOf(draft: Block[], page: Block[]): Pair[] {
  const pairs: Pair[] = []
  let [at, to] = [0, 0]
  let gone: Block[] = []
  const goes = () => pairs.push(...gone.splice(0).map((was) => ({ was, is: null })))
  for (const { removed, added, value } of diffArrays(draft.map(({ text }) => text), page.map(({ text }) => text))) {
    if (removed) gone = draft.slice(at, at += value.length)
    else if (added) {
      for (const is of page.slice(to, to += value.length)) pairs.push({ was: gone.shift() ?? null, is })
      goes()
    } else {
      goes()
      for (let same = 0; same < value.length; same++) pairs.push({ was: draft[at++]!, is: page[to++]! })
    }
  }
  goes()
  return pairs
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const isInside = (block: Block) => block.inside.length > 0

/** What the page says that the draft lacks, gathered paragraph by paragraph. */
class Gathering {
  readonly suggestions: NewThread[] = []
  readonly leftOver: LeftOver[] = []
  readonly blocks: Block[] = []
  private before: Block | null = null
  private added: string[] = []

  constructor(private readonly draft: Node, private readonly root: Y.XmlFragment) {}

  /** The paragraph of the draft is left as it is. */
  passed(was: Block): void {
    this.end()
    this.before = was
  }

  /** The paragraph stands on both sides, perhaps with other letters. */
  changed(was: Block, is: Block): void {
    this.passed(was)
    const changes = changesOf(was.node, is.node)
    for (const change of changes ?? []) this.suggest(was, change)
    const left = this.leftOf(is, was.inside, was.node, withChanges(was.node, changes ?? []), changes === null)
    if (changes?.length || left) this.blocks.push(is)
  }

  /** The paragraph stands on the page alone. Of a cell that is new its letters would come into another one. */
  came(is: Block): void {
    this.blocks.push(is)
    const text = lettersAlone(is.node)
    if (isTable(is)) this.leftOver.push({ kind: 'table', text: is.text })
    else if (!text.trim() && !isInside(is)) this.leftOver.push({ kind: 'blank', text: this.before?.text ?? '' })
    else {
      if (text.trim()) this.added.push(text)
      const { type } = is.node
      const inside = this.before?.inside ?? []
      const behind = inside.length > 0 && inside.at(-1) !== behindOthers ? [...inside, behindOthers] : inside
      this.leftOf(is, behind, null, type.create(null, text ? type.schema.text(text) : null), isBroken(is.node))
    }
  }

  /** The paragraph stands in the draft alone. When its letters go, an empty line stays. */
  went(was: Block): void {
    this.passed(was)
    for (const { from, to } of lineRunsOf(was.node, lettersMax)) {
      if (to - from > lettersMax) this.leftOver.push({ kind: 'footnote', text: was.text })
      else this.push({ from: was.from + from, to: was.from + to }, was.text.slice(from, to), '')
    }
    if (isInside(was)) this.leftOver.push({ kind: isTable(was) ? 'table' : 'list', text: was.text })
  }

  /** What was added goes behind the paragraph before it, in as few suggestions as hold it. */
  end(): void {
    const lots: string[] = []
    for (const line of this.added.splice(0).flatMap((text) => runsOf(text, lettersMax - 1))) {
      const lot = lots.at(-1)
      if (lot !== undefined && lot.length + line.length + 2 <= lettersMax) lots[lots.length - 1] = `${lot}\n${line}`
      else lots.push(line)
    }
    const at = this.before?.to ?? 1
    // All of them are put right behind the same letter: the last one first.
    if (this.before) for (const lot of lots.reverse()) this.push({ from: at, to: at }, '', `\n${lot}`)
    else for (const lot of lots) this.push({ from: at, to: at }, '', `${lot}\n`)
  }

  /** Letters that are too many for one suggestion make several; those that come stand behind the first of those that go. */
  private suggest(block: Block, { from, to, replacement }: Change): void {
    const [quote = '', ...others] = runsOf(block.text.slice(from, to), lettersMax)
    const [put = '', ...rest] = runsOf(replacement, lettersMax)
    const end = block.from + from + quote.length
    for (const run of rest.reverse()) this.push({ from: end, to: end }, '', run)
    this.push({ from: block.from + from, to: end }, quote, put)
    let at = end
    for (const run of others) this.push({ from: at, to: (at += run.length) }, run, '')
  }

  private push(place: Place, quote: string, replacement: string): void {
    this.suggestions.push({ kind: 'suggestion', ...anchorOf(this.root, place, this.draft.type.schema), quote, replacement, text: '', mentions: [] })
  }

  /** Notes how the page's paragraph differs from what the suggestions make of the draft's; whether it does. */
  private leftOf(is: Block, inside: string[], was: Node | null, taken: Node, broken: boolean): boolean {
    const before = this.leftOver.length
    const note = (kind: LeftOverKind) => this.leftOver.push({ kind, text: is.text })
    if (broken) note(haveOtherNotes(was, is.node) ? 'footnote' : 'break')
    else if (!isSame(taken.content.toJSON(), is.node.content.toJSON())) note('formatting')
    if (!isSame(taken.attrs, is.node.attrs)) note('part')
    if (inside.join() !== is.inside.join()) note([...inside, ...is.inside].some((one) => one.startsWith('table')) ? 'table' : 'list')
    return this.leftOver.length > before
  }
}

/**
 * What stands on this page and was not taken: as suggestions for the draft as the server has it, and what no suggestion can
 * say. A changed paragraph is one suggestion for each stretch between its footnotes, new ones go behind the paragraph before
 * them. Taken in their order the suggestions give the page's letters; nothing is left out of both.
 * @param isMine Which of the page's paragraphs count, by their order; of others nothing is offered.
 * @param isNew Which of them the draft cannot have: they take no other's place, whatever stands there.
 */
export function lateText(draft: Node, root: Y.XmlFragment, page: Node, isMine?: (paragraph: number) => boolean, isNew?: (paragraph: number) => boolean): Late {
  const late = new Gathering(draft, root)
  const blocks = blocksOf(page)
  const counts = new Set(isMine ? blocks.filter((_, at) => isMine(at)) : blocks)
  const added = new Set(isNew && blocks.filter((_, at) => isNew(at)))
  for (const { was, is } of pairsOf(blocksOf(draft), blocks)) {
    if (is && counts.has(is)) {
      const isOther = was && added.has(is) && was.text !== is.text
      if (isOther) late.passed(was)
      if (was && !isOther) late.changed(was, is)
      else late.came(is)
    } else if (was) {
      // Who took a paragraph away is not known when not all count.
      if (is || isMine) late.passed(was)
      else late.went(was)
    }
  }
  late.end()
  const { suggestions, leftOver } = late
  return { suggestions, leftOver, missing: [...new Set(late.blocks.map(({ from }) => page.resolve(from).node(1)))] }
}
