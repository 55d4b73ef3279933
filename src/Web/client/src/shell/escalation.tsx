import { useEffect, useState } from 'react'
import { useDocument } from '../features/documents/useDocument'
import { useTranslation } from '../i18n'
import type { Escalation } from '../wire/documents'
import type { InboxItem } from '../wire/inbox'

/** Where an immediate document goes on to from the registry desk, for the desk and for whom it went on to; null for every other item, and until it is read. What is classified goes on to nobody and is not read for a notice. */
export function useEscalation(item: InboxItem): Escalation | null {
  const goesOn = item.reason === 'delivery' || item.reason === 'escalated'
  const document = useDocument(goesOn && item.secrecy === 'normal' ? item.documentId : null)
  return document.data?.deliveries.find((delivery) => delivery.id === item.deliveryId)?.escalation ?? null
}

/** To whom it goes when nobody opens it, and how long that is. */
export function GoesOn({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const left = Math.max(0, Math.ceil((Date.parse(escalation.at) - now) / 1_000))
  const clock = `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`
  return (
    <p className="goes-on">
      <span>
        {t('urgent.goesOn')}
        <b>{[escalation.title, escalation.holder].filter(Boolean).join(', ')}</b>
      </span>
      <b className="goes-on__left">{t('urgent.left', { time: clock })}</b>
    </p>
  )
}
