import { Check, CheckCheck, Eye } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import type { Place } from '../../shell/boxes'
import { isReturn, type InboxItem } from '../../wire/inbox'
import { RegisterMany } from './RegisterMany'
import { useMarking, type Mark } from './useMarking'

const closable = new Set<Place>(['notes', 'forInformation'])

interface BulkBarProps {
  /** The rows that are chosen. */
  items: InboxItem[]
  place: Place
  /** These are dealt with and chosen no longer. */
  onDone: (items: InboxItem[]) => void
  onClear: () => void
  /** Stands here while no row is chosen. */
  children: ReactNode
}

/** Acts on many rows at once. What was not done is said and stays chosen; the answers stay when the rows have left the list. */
export function BulkBar({ items, place, onDone, onClear, children }: BulkBarProps) {
  const { t } = useTranslation()
  const [registering, setRegistering] = useState<readonly InboxItem[] | null>(null)
  const { mark, busy, unmarked, clear } = useMarking()
  const registrable = place === 'waitingReceipt' ? items.filter((item) => item.deliveryId) : []
  // Among what came back there are drafts as well, and those are not dealt with by knowing of them.
  const closing = closable.has(place) ? items : items.filter(isReturn)
  const markAll = async (act: Mark, which = items) => onDone(await mark(act, which))
  const words = (act: Mark, name: string) => t(busy === act ? 'documents.sending' : name)
  return (
    <>
      {items.length > 0 ? (
        <div className="inbox__filters" role="group" aria-label={t('inbox.chosen', { count: items.length })}>
          <b>{t('inbox.chosen', { count: items.length })}</b>
          {registrable.length > 0 && (
            <Button small tone="primary" icon={Check} onClick={() => setRegistering(registrable)}>
              {t('inbox.registerMany', { count: registrable.length })}
            </Button>
          )}
          <Button small icon={Eye} aria-disabled={busy !== null} onClick={() => void markAll('read')}>
            {words('read', 'inbox.markRead')}
          </Button>
          {closing.length > 0 && (
            <Button small icon={CheckCheck} aria-disabled={busy !== null} onClick={() => void markAll('markDone', closing)}>
              {words('markDone', 'acts.markDone.verb')}
            </Button>
          )}
          <Button
            small
            tone="quiet"
            onClick={() => {
              clear()
              onClear()
            }}
          >
            {t('inbox.clearChoice')}
          </Button>
        </div>
      ) : (
        children
      )}
      {unmarked && items.length > 0 && (
        <Refusal act={unmarked.act} error={unmarked.error}>
          <span>{t('inbox.someLeft', { left: unmarked.left, count: unmarked.of })}</span>
        </Refusal>
      )}
      {registering && (
        <RegisterMany
          items={registering}
          onClose={(registered) => {
            setRegistering(null)
            onDone(registered)
          }}
        />
      )}
    </>
  )
}
