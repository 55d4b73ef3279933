/** What screen readers are told: politely at most one sentence in five seconds, the urgent at once. */
const politeEveryMs = 5_000

/** A sentence with a number of its own: said again it is another saying. */
export interface Saying {
  id: number
  words: string
}

export interface Said {
  polite: Saying
  assertive: Saying
}

type Listener = (said: Said) => void

const nothing: Saying = { id: 0, words: '' }
let said: Said = { polite: nothing, assertive: nothing }
let listener: Listener = () => {}
let pending: (() => string) | null = null
let lastAt = 0
let lastId = 0
let timer: ReturnType<typeof setTimeout> | undefined

export function onAnnounced(next: Listener): () => void {
  listener = next
  return () => (listener = () => {})
}

/** The sentence is made when it is spoken, so that it can sum up what came in the meantime. */
export function announce(sentence: string | (() => string)): void {
  pending = typeof sentence === 'string' ? () => sentence : sentence
  clearTimeout(timer)
  timer = setTimeout(speak, Math.max(0, lastAt + politeEveryMs - Date.now()))
}

function speak(): void {
  if (!pending) return
  const words = pending()
  pending = null
  lastAt = Date.now()
  say({ polite: { id: ++lastId, words } })
}

export function announceNow(sentence: string): void {
  say({ assertive: { id: ++lastId, words: sentence } })
}

function say(next: Partial<Said>): void {
  said = { ...said, ...next }
  listener(said)
}
