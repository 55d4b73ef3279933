import { diffArrays } from 'diff'
import { paragraphsOf, type Line } from './paragraphs'

/** Letters that both sides have, or only the side they stand on. */
export interface Piece {
  text: string
  own: boolean
}

/** One paragraph beside its counterpart; null where there is none. */
export interface ComparedRow {
  left: Piece[] | null
  right: Piece[] | null
  /** The paragraph stands on the other side too, in another place. */
  moved?: boolean
  /** The letters are the same, and look otherwise. */
  reformatted?: boolean
}

/** A removed paragraph and an added one are the same paragraph changed when they share a third of their words. */
const sharedMin = 1 / 3
/** In another place they are the same one only when little else was done to them. */
const movedSharedMin = 3 / 4
/** Pairs that are looked at for moves; in a text that was written anew nothing has moved. */
const movedPairsMax = 4_000

function words(text: string): string[] {
  return text.split(/(\s+)/u).filter(Boolean)
}

function pieces(before: Line, after: Line): { left: Piece[]; right: Piece[]; shared: number } {
  const isSamePart = before.part === after.part
  const left: Piece[] = numbered(before, !isSamePart)
  const right: Piece[] = numbered(after, !isSamePart)
  let both = 0
  let all = 0
  for (const change of diffArrays(words(before.text), words(after.text))) {
    const text = change.value.join('')
    const count = change.value.filter((word) => word.trim()).length
    all += count
    if (!change.added && !change.removed) both += count
    if (!change.added) left.push({ text, own: change.removed })
    if (!change.removed) right.push({ text, own: change.added })
  }
  return { left, right, shared: all ? both / all : 1 }
}

/** Numbers follow from the order: that a clause came before this one changes its number, and nothing about it. */
const numbered = (line: Line, own: boolean): Piece[] => (line.number ? [{ text: `${line.number} `, own }] : [])
const whole = (line: Line, own: boolean): Piece[] => [...numbered(line, own), { text: line.text, own }]

/** What is compared line by line: a line made another part is a changed line. */
const keyOf = (line: Line) => `${line.part ?? ''}\u0000${line.text}`

interface Row extends ComparedRow {
  removed?: Line
  added?: Line
}

const removedRow = (line: Line): Row => ({ left: whole(line, true), right: null, removed: line })
const addedRow = (line: Line): Row => ({ left: null, right: whole(line, true), added: line })

const sameRow = (before: Line, after: Line): Row => ({
  left: whole(before, false), right: whole(after, false), ...(before.look !== after.look && { reformatted: true }),
})

/** Pairs what was taken away with what came in its place, from the top. */
function changed(removed: Line[], added: Line[]): Row[] {
  const rows: Row[] = []
  let next = 0
  for (const before of removed) {
    const at = added.findIndex((after, index) => index >= next && pieces(before, after).shared >= sharedMin)
    if (at < 0) {
      rows.push(removedRow(before))
      continue
    }
    for (; next < at; next++) rows.push(addedRow(added[next]!))
    const { left, right } = pieces(before, added[at]!)
    rows.push({ left, right })
    next = at + 1
  }
  for (; next < added.length; next++) rows.push(addedRow(added[next]!))
  return rows
}

/** What was taken away here and came there has moved: its words are marked only where they changed on the way. */
function withMoves(rows: Row[]): Row[] {
  const gone = rows.filter((row) => row.removed?.text.trim())
  const come = rows.filter((row) => row.added?.text.trim())
  const alsoChanged = gone.length * come.length <= movedPairsMax
  for (const from of gone) {
    let [to, likeness]: [Row | null, number] = [null, 0]
    for (const one of come) {
      if (one.moved) continue
      const alike = one.added!.text === from.removed!.text ? 1 : alsoChanged ? pieces(from.removed!, one.added!).shared : 0
      if (alike > likeness) [to, likeness] = [one, alike]
    }
    if (!to || likeness < movedSharedMin) continue
    const { left, right } = pieces(from.removed!, to.added!)
    Object.assign(from, { left, moved: true })
    Object.assign(to, { right, moved: true })
  }
  return rows
}

/** Two texts beside each other, paragraph by paragraph and table row by table row, word by word. */
export function compare(left: string, right: string): ComparedRow[] {
  const [before, after] = [paragraphsOf(left), paragraphsOf(right)]
  const rows: Row[] = []
  let removed: Line[] = []
  let [at, to] = [0, 0]
  for (const change of diffArrays(before.map(keyOf), after.map(keyOf))) {
    const count = change.value.length
    if (change.removed) {
      removed = before.slice(at, at += count)
      continue
    }
    if (change.added) rows.push(...changed(removed, after.slice(to, to += count)))
    else {
      rows.push(...changed(removed, []))
      for (let same = 0; same < count; same++) rows.push(sameRow(before[at++]!, after[to++]!))
    }
    removed = []
  }
  return withMoves([...rows, ...changed(removed, [])])
}

export const differs = ({ left, right, moved, reformatted }: ComparedRow): boolean => !!moved || !!reformatted || !left || !right || [...left, ...right].some((piece) => piece.own)
