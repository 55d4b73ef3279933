import { noText } from './findText'

const shownMax = 160

/** What a thread is about, as it stood: the begin of it where it is long. */
export function Quoted({ text, gone = false }: { text: string; gone?: boolean }) {
  const letters = text.replaceAll(noText, ' ').trim()
  const shown = letters.length > shownMax ? `${letters.slice(0, shownMax).trimEnd()}…` : letters
  return gone ? <del className="quoted quoted--old" lang="vi">{shown}</del> : <q className="quoted" lang="vi">{shown}</q>
}
