import { Check, CheckCheck, Eye } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { refusalSentence } from '../../components/Refusal'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import { keyOf } from '../../live/snapshot'
import { useOutbox } from '../../outbox/OutboxProvider'
import { Withdrawn } from '../../outbox/outbox'
import type { Place } from '../../shell/boxes'
import type { InboxItem } from '../../wire/inbox'

type Answer = { state: 'sending' } | { state: 'done'; words: string } | { state: 'refused'; words: string }
interface Line {
  item: InboxItem
  key: string
  answer: Answer
}

const sentAtOnce = 4
const closable = new Set<Place>(['notes', 'forInformation'])

/** Acts on many rows at once; every row gets an answer of its own. */
export function BulkBar({ items, place, onClear }: { items: InboxItem[]; place: Place; onClear: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const outbox = useOutbox()
  const [lines, setLines] = useState<Line[] | null>(null)
  const registrable = place === 'waitingReceipt' ? items.filter((item) => item.deliveryId) : []

  const register = async () => {
    const started = registrable.map((item): Line => ({ item, key: crypto.randomUUID(), answer: { state: 'sending' } }))
    setLines(started)
    const queue = [...started]
    const settle = (line: Line, answer: Answer) =>
      setLines((shown) => shown?.map((one) => (one.key === line.key ? { ...one, answer } : one)) ?? null)
    const work = async () => {
      for (let line = queue.shift(); line; line = queue.shift()) {
        const { item, key } = line
        try {
          const ack = await outbox.send({
            key,
            path: `/api/deliveries/${item.deliveryId}/register`,
            actingSeat: item.seat,
            itemKey: keyOf(item),
            label: { key: 'acts.register.name', params: { what: item.symbol ?? item.from } },
          })
          settle(line, { state: 'done', words: t('acts.register.done', { number: ack.number ? formatNumber(ack.number, locale) : '' }) })
        } catch (error) {
          settle(line, { state: 'refused', words: error instanceof Withdrawn ? t('inbox.notSent') : `${t('acts.register.refused')}: ${refusalSentence(error)}` })
        }
      }
    }
    await Promise.all(Array.from({ length: sentAtOnce }, work))
  }

  const sendForAll = async (path: string, act: 'read' | 'markDone') => {
    const body = { items: items.map(({ seat, subject, reason }) => ({ seat, subject, reason })) }
    await outbox.send({ key: crypto.randomUUID(), path, body, label: { key: `acts.${act}.name` } }).catch(() => {})
    onClear()
  }

  const settled = lines?.filter((line) => line.answer.state !== 'sending').length ?? 0
  const done = lines?.filter((line) => line.answer.state === 'done').length ?? 0
  return (
    <div className="inbox__filters" role="group" aria-label={t('inbox.chosen', { count: items.length })}>
      <b>{t('inbox.chosen', { count: items.length })}</b>
      {registrable.length > 0 && (
        <Button small tone="primary" icon={Check} onClick={() => void register()}>
          {t('inbox.registerMany', { count: registrable.length })}
        </Button>
      )}
      <Button small icon={Eye} onClick={() => void sendForAll('/api/inbox/read', 'read')}>
        {t('inbox.markRead')}
      </Button>
      {closable.has(place) && (
        <Button small icon={CheckCheck} onClick={() => void sendForAll('/api/inbox/done', 'markDone')}>
          {t('acts.markDone.verb')}
        </Button>
      )}
      <Button small tone="quiet" onClick={onClear}>
        {t('inbox.clearChoice')}
      </Button>
      {lines && (
        <Dialog
          title={settled < lines.length ? t('inbox.registering', { done: settled, count: lines.length }) : t('inbox.registered', { done, count: lines.length })}
          onClose={() => {
            setLines(null)
            onClear()
          }}
          actions={
            <Button
              tone="primary"
              onClick={() => {
                setLines(null)
                onClear()
              }}
            >
              {t('shell.close')}
            </Button>
          }
        >
          <ul className="dialog__lines inbox__answers">
            {lines.map(({ item, key, answer }) => (
              <li key={key}>
                <b>{item.symbol ?? item.from}</b>
                <span className={answer.state === 'refused' ? 'inbox__refused' : answer.state === 'done' ? 'inbox__done' : 'faint'}>
                  {answer.state === 'sending' ? t('documents.sending') : answer.words}
                </span>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  )
}
