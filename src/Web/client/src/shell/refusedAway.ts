import { TriangleAlert } from 'lucide-react'
import { refusalSentence } from '../components/Refusal'
import { i18n } from '../i18n'
import type { ActLabel } from '../outbox/outbox'
import { notices, type Toast } from './notices'

/** Says what was refused after the person went on: nothing else on the screen would. */
export function refusedAway(label: ActLabel, error: unknown, action?: Toast['action']): void {
  notices.toast({
    icon: TriangleAlert,
    tone: 'warn',
    title: { key: 'toasts.refusedAway', params: { act: i18n.t(label.key, label.params) } },
    text: { key: 'toasts.refusedText', params: { why: refusalSentence(error) } },
    action,
    sticky: true,
  })
}
