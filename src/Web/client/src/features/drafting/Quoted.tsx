const shownMax = 160

/** What a thread is about, as it stood: the begin of it where it is long. */
export function Quoted({ text, gone = false }: { text: string; gone?: boolean }) {
  const shown = text.length > shownMax ? `${text.slice(0, shownMax).trimEnd()}…` : text
  return gone ? <del className="quoted quoted--old" lang="vi">{shown}</del> : <q className="quoted" lang="vi">{shown}</q>
}
