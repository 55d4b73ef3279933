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
import { notices } from './notices'
import { GoesOn, useEscalation } from './escalation'

/** Neither Esc nor a click outside closes it: both ways out record that the person has seen it. */
export function UrgentNotice({ items, onAcknowledged }: { items: InboxItem[]; onAcknowledged: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const outbox = useOutbox()
  const item = items[0]!
  const classified = item.secrecy !== 'normal'
  const escalation = useEscalation(item)
  const came = item.reason !== 'escalated' ? 'arrived' : !escalation ? 'told' : escalation.handedOver ? 'handedOver' : 'escalated'
  const goesOn = escalation && !escalation.toldAt && escalation.title ? escalation : null

  const acknowledge = () => {
    const { seat, subject, reason } = item
    outbox
      .send({ key: crypto.randomUUID(), path: '/api/inbox/read', body: { items: [{ seat, subject, reason }] }, label: { key: 'acts.read.name' }, quiet: true })
      .catch(() => {})
    onAcknowledged()
  }
  const handOver = () => {
    outbox
      .send({ key: crypto.randomUUID(), path: `/api/deliveries/${item.deliveryId}/hand-over`, label: { key: 'acts.handOver.name', params: { what: classified ? '' : (item.symbol ?? item.from) } } })
      .then(() => notices.toast({ icon: Check, tone: 'ok', title: { key: 'acts.handOver.done', params: { who: goesOn?.holder || goesOn?.title || '' } }, sticky: false }))
      .catch(() => {})
  }
  return (
    <Dialog
      striped
      dismissable={false}
      onClose={() => {}}
      over={
        <>
          <UrgencyChip urgency="immediate" />
          {t(`urgent.${came}`, { time: time(item.arrivedAt) })}
          {items.length > 1 && <b>{t('urgent.oneOf', { count: items.length })}</b>}
        </>
      }
      title={classified ? t('words.classifiedNotice', { count: 1 }) : item.abstract}
      actions={
        <>
          <Button
            onClick={() => {
              if (goesOn) handOver()
              acknowledge()
            }}
          >
            {t(goesOn ? 'urgent.handOver' : 'urgent.later')}
          </Button>
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
      {goesOn && <GoesOn escalation={goesOn} />}
      <p className="small faint">{t('urgent.noEscape')}</p>
    </Dialog>
  )
}
