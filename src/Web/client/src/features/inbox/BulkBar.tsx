import { Check, CheckCheck, Eye } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import type { Place } from '../../shell/boxes'
import { isReturn, type InboxItem } from '../../wire/inbox'
import { RegisterMany } from './RegisterMany'
import { useKnowing } from './useKnowing'
import { useMarking } from './useMarking'

const closable = new Set<Place>(['notes', 'forInformation'])

interface BulkBarProps {
  /** The rows that are chosen. */
  items: InboxItem[]
  place: Place
  /** These are dealt with and chosen no longer. */
  onDone: (items: InboxItem[]) => void
  onClear: () => void
  /** How many rows the list shows. */
  shown: number
  onChooseAll: () => void
  /** Stands here while no row is chosen. */
  children: ReactNode
}

/** Acts on many rows at once. What was not done is said and stays chosen; the answers stay when the rows have left the list. */
export function BulkBar({ items, place, onDone, onClear, shown, onChooseAll, children }: BulkBarProps) {
  const { t } = useTranslation()
  const [registering, setRegistering] = useState<readonly InboxItem[] | null>(null)
  const { markRead, busy, unmarked, clear } = useMarking()
  const know = useKnowing()
  const registrable = place === 'waitingReceipt' ? items.filter((item) => item.deliveryId) : []
  // Among what came back there are drafts as well, and those are not dealt with by knowing of them.
  const closing = closable.has(place) ? items : items.filter(isReturn)
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
          <Button small icon={Eye} aria-disabled={busy} onClick={() => void markRead(items).then(onDone)}>
            {t(busy ? 'documents.sending' : 'inbox.markRead')}
          </Button>
          {closing.length > 0 && (
            <Button
              small
              icon={CheckCheck}
              onClick={() => {
                know(closing)
                onDone(closing)
              }}
            >
              {t('acts.markDone.verb')}
            </Button>
          )}
          {items.length < shown && (
            <Button small tone="quiet" onClick={onChooseAll}>
              {t('inbox.chooseAll', { count: shown })}
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
        <Refusal act="read" error={unmarked.error}>
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
