// A recorded history typed through the server: each author hears the others by the server alone.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { turns } from '../../../Yjs/traces/author.mjs'

export const read = (file) => gunzipSync(readFileSync(file)).toString()

/** The turns of a history by so many authors, so many keystrokes in an update at most. */
export const prepare = (file, keys, authors) => turns(Y, read(file), { keys, authors })

/**
 * Has the editors type the turns; before a turn its author has heard all turns before. hears waits until the look succeeds.
 * How many updates that were.
 */
export const replay = async (editors, made, hears) => {
  const said = new Map()
  for (const { number, updates } of made) {
    const { document } = editors[number]
    const author = 1_000 + number
    await hears(() => [...said].every(([client, clock]) => Y.getState(document.store, client) >= clock))
    document.transact(() => { for (const update of updates) Y.applyUpdate(document, update) })
    said.set(author, Y.getState(document.store, author))
  }
  return made.length
}
