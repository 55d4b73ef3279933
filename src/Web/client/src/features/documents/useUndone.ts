import { Undo2 } from 'lucide-react'
import { useLocation } from 'wouter'
import { useTranslation } from '../../i18n'
import { pageOf } from '../../shell/itemHref'
import { notices } from '../../shell/notices'
import { useSession } from '../../shell/SessionProvider'
import type { Form } from './ActDialog'
import { barOf, reopen, reopenLater, type About } from './reopening'

/** Brings back the form of an act that was undone: at once where its document's acts still stand, else when the person asks for it. */
export function useUndone(about: About, what: string): (form: Form) => void {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { me } = useSession()
  const bar = barOf(me.official.id, about)
  return (form) => {
    if (reopen(bar, form)) return
    const run = () => {
      reopenLater(bar, form)
      go(pageOf(about))
    }
    notices.toast({
      icon: Undo2,
      tone: 'info',
      title: { key: 'toasts.undone', params: { act: t(`acts.${form.act}.name`, { what }) } },
      text: { key: 'toasts.undoneText' },
      action: { words: { key: 'toasts.reopen' }, run },
      sticky: true,
    })
  }
}
