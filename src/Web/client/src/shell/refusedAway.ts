import { TriangleAlert } from 'lucide-react'
import { refusalSentence } from '../components/Refusal'
import { i18n } from '../i18n'
import type { ActLabel } from '../outbox/outbox'
import { announceNow } from './announcer'
import { notices, type Toast } from './notices'

/** Says what was refused after the person went on: nothing else on the screen would. */
export function refusedAway(label: ActLabel, error: unknown, action?: Toast['action']): void {
  const title = { key: 'toasts.refusedAway', params: { act: i18n.t(label.key, label.params) } }
  const why = refusalSentence(error)
  announceNow(`${i18n.t(title.key, title.params)}. ${why}`)
  notices.toast({
    icon: TriangleAlert,
    tone: 'warn',
    title,
    text: { key: 'toasts.refusedText', params: { why } },
    action,
    sticky: true,
  })
}
