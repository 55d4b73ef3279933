import { Check } from 'lucide-react'
import { useLocation } from 'wouter'
import { Button } from '../components/Button'
import { Dialog } from '../components/Dialog'
import { UrgencyChip } from '../components/signs'
import { time } from '../format/dates'
import { useTranslation } from '../i18n'
import { useOutbox } from '../outbox/OutboxProvider'
import type { InboxItem } from '../wire/inbox'
import { itemHref } from './itemHref'

/** Neither Esc nor a click outside closes it: both ways out record that the person has seen it. */
export function UrgentNotice({ items, onAcknowledged }: { items: InboxItem[]; onAcknowledged: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const outbox = useOutbox()
  const item = items[0]!
  const classified = item.secrecy !== 'normal'

  const acknowledge = () => {
    const { seat, subject, reason } = item
    outbox
      .send({ key: crypto.randomUUID(), path: '/api/inbox/read', body: { items: [{ seat, subject, reason }] }, label: { key: 'acts.read.name' }, quiet: true })
      .catch(() => {})
    onAcknowledged()
  }
  return (
    <Dialog
      striped
      dismissable={false}
      onClose={() => {}}
      over={
        <>
          <UrgencyChip urgency="immediate" />
          {t('urgent.arrived', { time: time(item.arrivedAt) })}
          {items.length > 1 && <b>{t('urgent.oneOf', { count: items.length })}</b>}
        </>
      }
      title={classified ? t('words.classifiedNotice', { count: 1 }) : item.abstract}
      actions={
        <>
          <Button onClick={acknowledge}>{t('urgent.later')}</Button>
          <Button
            tone="primary"
            icon={Check}
            autoFocus
            onClick={() => {
              acknowledge()
              go(itemHref(item))
            }}
          >
            {t('urgent.open')}
          </Button>
        </>
      }
    >
      <p>{classified ? t('words.classifiedText') : [item.symbol, item.from].filter(Boolean).join(', ')}</p>
      <p>{t('urgent.consequence')}</p>
      <p className="small faint">{t('urgent.noEscape')}</p>
    </Dialog>
  )
}
