import type { KeyboardEvent } from 'react'

/** Ctrl+Enter in a field of more than one line sends its form; the Enter that ends a composition sends nothing. */
export const onSendKey = (send: () => unknown) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
  event.preventDefault()
  send()
}
