import { DOMSerializer, Fragment, type Node, type Schema } from '@tiptap/pm/model'

/** Puts blocks of a text into the clipboard, with their look for who can paste it; false where the browser lets nobody. */
export function copyBlocks(blocks: readonly Node[], schema: Schema): boolean {
  const page = document.createElement('div')
  page.append(DOMSerializer.fromSchema(schema).serializeFragment(Fragment.from(blocks)))
  const text = blocks.map((block) => block.textBetween(0, block.content.size, '\n', '\n')).join('\n')
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/html', page.innerHTML)
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', put, { capture: true, once: true })
  try {
    // The newer way is there only for pages that came over TLS, and an office's own network may have none.
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', put, { capture: true })
  }
}
