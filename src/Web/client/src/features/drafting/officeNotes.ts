/** A note's mark in the text refers to the note at the end; Word and LibreOffice name the two alike, each in its own way. */
const kinds: { mark: string; note: string }[] = [
  { mark: 'a[href*="#_ftn"]:not([href*="#_ftnref"]), a[href*="#_edn"]:not([href*="#_ednref"])', note: '[id^="ftn"], [id^="edn"]' },
  { mark: 'a.sdfootnoteanc, a.sdendnoteanc', note: '[id^="sdfootnote"], [id^="sdendnote"]' },
]

const digits = (text: string | null | undefined): string => /(\d+)(?:sym|anc)?$/.exec(text ?? '')?.[1] ?? ''
const kindOf = (text: string | null | undefined): string => (/edn|endnote/.test(text ?? '') ? 'end' : 'foot')
const keyOf = (text: string | null | undefined): string => kindOf(text) + digits(text)

/** Puts the letters of each note to where its mark is. */
export function notesIn(body: HTMLElement): void {
  for (const { mark, note } of kinds) {
    const letters = new Map<string, string>()
    for (const found of body.querySelectorAll(note)) {
      // The note begins with its own number, which is a link back.
      found.querySelectorAll('a[href*="_ftnref"], a[href*="_ednref"], a.sdfootnotesym, a.sdendnotesym').forEach((link) => link.remove())
      letters.set(keyOf(found.id), (found.textContent ?? '').replaceAll(/\s+/gu, ' ').trim())
      found.remove()
    }
    for (const found of body.querySelectorAll(mark)) {
      const text = letters.get(keyOf(found.getAttribute('href')))
      if (text === undefined) continue
      const span = body.ownerDocument.createElement('span')
      span.dataset.footnote = ''
      span.textContent = text
      const outer = found.closest('sup')
      ;(outer?.textContent === found.textContent ? outer : found).replaceWith(span)
    }
  }
  // With the line that parted them from the text.
  body.querySelectorAll('[style*="mso-element:footnote-list"], [style*="mso-element:endnote-list"]').forEach((list) => list.remove())
}
