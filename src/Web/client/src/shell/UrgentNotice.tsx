import { Check } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../components/Button'
import { Dialog } from '../components/Dialog'
import { Refusal } from '../components/Refusal'
import { UrgencyChip } from '../components/signs'
import { time } from '../format/dates'
import { useTranslation } from '../i18n'
import { keyOf } from '../live/snapshot'
import { useOutbox } from '../outbox/OutboxProvider'
import { Withdrawn } from '../outbox/outbox'
import { isClassified } from '../wire/documents'
import type { InboxItem } from '../wire/inbox'
import { itemHref } from './itemHref'
import { notices } from './notices'
import { refusedAway } from './refusedAway'
import { useMounted } from './useMounted'
import { GoesOn, useEscalation } from './escalation'

interface NoticeProps {
  items: readonly InboxItem[]
  onAcknowledged: () => void
}

/**
 * Neither Esc nor a click outside closes it: every way out records that the person has seen it. The focus is on the notice
 * and on no button: it may come while somebody types, and the next space would answer it.
 */
export function UrgentNotice(props: NoticeProps) {
  return <Notice key={keyOf(props.items[0]!)} {...props} />
}

function Notice({ items, onAcknowledged }: NoticeProps) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const outbox = useOutbox()
  const [handing, setHanding] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const mounted = useMounted()
  const item = items[0]!
  const classified = isClassified(item)
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
  const handOver = async () => {
    if (handing) return
    setHanding(true)
    setRefused(null)
    const label = { key: 'acts.handOver.name', params: { what: classified ? '' : (item.symbol ?? item.from) } }
    try {
      await outbox.send({ key: crypto.randomUUID(), path: `/api/deliveries/${item.deliveryId}/hand-over`, label })
      notices.toast({ icon: Check, tone: 'ok', title: { key: 'acts.handOver.done', params: { who: goesOn?.holder || goesOn?.title || '' } }, sticky: false })
      if (mounted.current) acknowledge()
    } catch (error) {
      if (error instanceof Withdrawn) return
      setRefused(error)
      if (!mounted.current) refusedAway(label, error)
    } finally {
      setHanding(false)
    }
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
          {(!goesOn || handing || refused !== null) && <Button onClick={acknowledge}>{t('urgent.later')}</Button>}
          {goesOn && (
            <Button aria-disabled={handing} onClick={() => void handOver()}>
              {t(handing ? 'documents.sending' : 'urgent.handOver')}
            </Button>
          )}
          <Button
            tone="primary"
            icon={Check}
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
      {refused !== null && <Refusal act="handOver" error={refused} />}
      <p className="small faint">{t('urgent.noEscape')}</p>
    </Dialog>
  )
}
