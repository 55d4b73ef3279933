/** What screen readers are told: politely at most one sentence in five seconds, the urgent at once. */
const politeEveryMs = 5_000

type Listener = (said: { polite: string; assertive: string }) => void

let said = { polite: '', assertive: '' }
let listener: Listener = () => {}
let pending: (() => string) | null = null
let lastAt = 0
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
  said = { ...said, polite: pending() }
  pending = null
  lastAt = Date.now()
  listener(said)
}

export function announceNow(sentence: string): void {
  said = { ...said, assertive: sentence }
  listener(said)
}
