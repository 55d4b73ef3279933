import type { PersonRef } from '../../wire/session'

/** The words of an entry, with the names in it set off. */
export function Said({ text, people }: { text: string; people: PersonRef[] }) {
  const names = people.map(({ name }) => `@${name}`).filter((name) => text.includes(name)).sort((a, b) => b.length - a.length)
  if (names.length === 0) return text
  const parts = text.split(new RegExp(`(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')})`))
  // Parts of a fixed text: their place is their identity.
  // oxlint-disable-next-line react/no-array-index-key
  return parts.map((part, at) => (names.includes(part) ? <b key={at}>{part}</b> : part))
}
