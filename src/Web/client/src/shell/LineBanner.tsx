import { useLink, useStore } from '../live/LiveProvider'
import { OfflineBanner } from './OfflineBanner'
import { StoreBanner } from './StoreBanner'

/** One line at a time: a server that answers without its store says more than a line that it therefore refuses. */
export function LineBanner() {
  const link = useLink()
  const store = useStore()
  return link.name === 'offline' && store.name === 'there' ? <OfflineBanner /> : <StoreBanner />
}
