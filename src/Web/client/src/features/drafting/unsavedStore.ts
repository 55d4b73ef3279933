import { dayMs } from '../../format/dates'

/** Whose unsaved text it is, and of which draft. */
export interface UnsavedOf {
  official: number
  document: string
}

/** The page that it was typed on. */
export interface UnsavedFrom {
  /** In which life of the server's data the page read the draft; null where it has not. */
  epoch: string | null
  /** The page's own client id. */
  client: number
}

/** What a former version of this program kept does not say from where. */
export interface Unsaved extends Partial<UnsavedFrom> {
  id: number
  update: Uint8Array
}

interface Stored extends UnsavedOf, UnsavedFrom {
  at: number
  update: Uint8Array
}

/** Longer than over a long holiday nobody waits to go on where the line was lost. */
export const keptDaysMax = 7

const database = 'partyrealtime-unsaved'
const updates = 'updates'
const byDraft = 'byDraft'

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error(database)))
  })
}

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  return (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(updates, { keyPath: 'id', autoIncrement: true }).createIndex(byDraft, ['official', 'document'])
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error(database)))
  }))
}

/** Where the browser keeps nothing (a private window, a full disk) the text stays in its page, as before. */
async function quietly<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await act((await open()).transaction(updates, mode).objectStore(updates))
  } catch {
    return otherwise
  }
}

/** Keeps an update; its id, or null where nothing can be kept. */
export const keep = ({ official, document }: UnsavedOf, update: Uint8Array, { epoch, client }: UnsavedFrom): Promise<number | null> =>
  quietly<number | null>(
    'readwrite',
    (store) => {
      const id = done(store.add({ official, document, epoch, client, at: Date.now(), update } satisfies Stored)) as Promise<number>
      // By itself the browser commits when the page has heard that it is there: a page that is left never does.
      store.transaction.commit()
      return id
    },
    null,
  )

/** What was kept of a draft, in its order. What is too old is forgotten, whosever it is. */
export const kept = ({ official, document }: UnsavedOf): Promise<Unsaved[]> =>
  quietly('readwrite', async (store) => {
    const all = (await done(store.getAll())) as (Stored & Unsaved)[]
    const horizon = Date.now() - keptDaysMax * dayMs
    for (const old of all.filter((one) => one.at < horizon)) store.delete(old.id)
    return all.filter((one) => one.at >= horizon && one.official === official && one.document === document)
  }, [])

export const forget = (ids: number[]): Promise<void> =>
  quietly('readwrite', async (store) => {
    await Promise.all(ids.map((id) => done(store.delete(id))))
  }, undefined)

/** Nothing of this draft stays: it is classified, or the person may see it no longer. */
export const forgetDraft = ({ official, document }: UnsavedOf): Promise<void> =>
  quietly('readwrite', async (store) => {
    const ids = await done(store.index(byDraft).getAllKeys([official, document]))
    await Promise.all(ids.map((id) => done(store.delete(id))))
  }, undefined)

/** Every draft of a person: in a key a list comes after every text. */
const ofPerson = (official: number) => IDBKeyRange.bound([official, ''], [official, []])

/** Of how many drafts something of this person's is kept. */
export const unsavedDrafts = (official: number): Promise<number> =>
  quietly('readonly', async (store) => {
    const all = (await done(store.index(byDraft).getAll(ofPerson(official)))) as Stored[]
    return new Set(all.map((one) => one.document)).size
  }, 0)

/** Nothing of this person's stays at this browser. */
export const forgetPerson = (official: number): Promise<void> =>
  quietly('readwrite', async (store) => {
    const ids = await done(store.index(byDraft).getAllKeys(ofPerson(official)))
    await Promise.all(ids.map((id) => done(store.delete(id))))
  }, undefined)
