import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { refusalSentence } from '../../components/Refusal'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import { keyOf } from '../../live/snapshot'
import { useOutbox } from '../../outbox/OutboxProvider'
import { Withdrawn } from '../../outbox/outbox'
import { refusedAway } from '../../shell/refusedAway'
import type { InboxItem } from '../../wire/inbox'

type Answer = { state: 'sending' } | { state: 'done'; words: string } | { state: 'refused'; words: string }
interface Line {
  item: InboxItem
  key: string
  answer: Answer
}

const sentAtOnce = 4

interface RegisterManyProps {
  items: readonly InboxItem[]
  /** Those that were registered until then; the others go on. */
  onClose: (registered: InboxItem[]) => void
}

/** Registers every row by an act of its own, and answers in a line of its own. */
export function RegisterMany({ items, onClose }: RegisterManyProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const outbox = useOutbox()
  const queries = useQueryClient()
  const [lines, setLines] = useState(() => items.map((item): Line => ({ item, key: crypto.randomUUID(), answer: { state: 'sending' } })))
  const begun = useRef(false)
  const closed = useRef(false)

  const settle = (line: Line, answer: Answer) => setLines((shown) => shown.map((one) => (one.key === line.key ? { ...one, answer } : one)))
  const register = async (line: Line) => {
    const { item, key } = line
    const label = { key: 'acts.register.name', params: { what: item.symbol ?? item.from } }
    try {
      const ack = await outbox.send({ key, path: `/api/deliveries/${item.deliveryId}/register`, actingSeat: item.seat, itemKey: keyOf(item), label })
      void queries.invalidateQueries({ queryKey: ['register'] })
      settle(line, { state: 'done', words: t('acts.register.done', { number: ack.number ? formatNumber(ack.number, locale) : '' }) })
    } catch (error) {
      if (error instanceof Withdrawn) return settle(line, { state: 'refused', words: t('inbox.notSent') })
      settle(line, { state: 'refused', words: `${t('acts.register.refused')}: ${refusalSentence(error)}` })
      if (closed.current) refusedAway(label, error)
    }
  }
  useEffect(() => {
    // Once for the life of the dialog, however often the effect runs.
    if (begun.current) return
    begun.current = true
    const queue = [...lines]
    const work = async () => {
      for (let line = queue.shift(); line; line = queue.shift()) await register(line)
    }
    for (let at = 0; at < sentAtOnce; at++) void work()
  })

  // However the page is left, what is refused afterwards is said.
  useEffect(() => {
    closed.current = false
    return () => {
      closed.current = true
    }
  }, [])

  const close = () => {
    closed.current = true
    onClose(lines.filter(({ answer }) => answer.state === 'done').map(({ item }) => item))
  }
  const settled = lines.filter(({ answer }) => answer.state !== 'sending').length
  const done = lines.filter(({ answer }) => answer.state === 'done').length
  return (
    <Dialog
      title={settled < lines.length ? t('inbox.registering', { done: settled, count: lines.length }) : t('inbox.registered', { done, count: lines.length })}
      onClose={close}
      actions={
        <Button tone="primary" onClick={close}>
          {t('shell.close')}
        </Button>
      }
    >
      <ul className="dialog__lines inbox__answers">
        {lines.map(({ item, key, answer }) => (
          <li key={key}>
            <span className="ellipsis">
              <b>{item.symbol ?? item.from}</b> <span className="faint">{[item.symbol && item.from, item.abstract].filter(Boolean).join(', ')}</span>
            </span>
            <span className={answer.state === 'refused' ? 'inbox__refused' : answer.state === 'done' ? 'inbox__done' : 'faint'}>
              {answer.state === 'sending' ? t('documents.sending') : answer.words}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
