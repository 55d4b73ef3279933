import { call } from './http'
import { Refusal } from './refusal'

export const wordBytesMax = 20 * 1024 * 1024

export const leftOutKinds = [
  'sheet', 'pictures', 'textBoxes', 'formulas', 'objects', 'comments', 'deletions', 'hiddenText', 'tablesOfContents', 'symbols', 'deepTables', 'keptNumbers',
] as const
export type LeftOutKind = (typeof leftOutKinds)[number]

/** What a Word file says, and what of it has no place in a text. */
export interface WordReading {
  /** ProseMirror JSON of the schema that drafts have. */
  content: { type: 'doc'; content: { type: string }[] }
  leftOut: { kind: LeftOutKind; count: number }[]
}

/** Nothing is kept of the file: the server reads it and forgets it. */
export async function readWordFile(file: File): Promise<WordReading> {
  if (file.size > wordBytesMax) throw new Refusal(413, { code: 'fileTooLarge' })
  return call<WordReading>('/api/drafting/import', { method: 'POST', file })
}
