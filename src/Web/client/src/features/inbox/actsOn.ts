import type { InboxItem } from '../../wire/inbox'

/** What one act may name: the server refuses more. */
const itemsAtOnceMax = 100

/** What an act on each hundred of these rows is about, and its body. */
export function actsOn(items: readonly InboxItem[]) {
  const acts = Math.ceil(items.length / itemsAtOnceMax)
  return Array.from({ length: acts }, (_, at) => {
    const about = items.slice(at * itemsAtOnceMax, (at + 1) * itemsAtOnceMax)
    return { about, body: { items: about.map(({ seat, subject, reason }) => ({ seat, subject, reason })) } }
  })
}
