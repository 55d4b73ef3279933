import { useQueryClient } from '@tanstack/react-query'
import { Check, Power, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { useOutbox } from '../../outbox/OutboxProvider'
import { Withdrawn } from '../../outbox/outbox'
import { notices } from '../../shell/notices'
import { useSession } from '../../shell/SessionProvider'
import type { NodeReport } from '../../wire/nodes'
import { Refusal as WireRefusal } from '../../wire/refusal'

interface DrainDialogProps {
  node: NodeReport
  /** Whether nobody would be left who serves or decides. */
  last: boolean
  onClose: () => void
}

/** There is no undo: the person types the node's name, and says so again when everything would stop. */
export function DrainDialog({ node, last, onClose }: DrainDialogProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [agreed, setAgreed] = useState(false)
  const { busy, error, drain } = useDrain(node.name, onClose)
  const code = error instanceof WireRefusal ? error.code : ''
  const asksLast = last || code === 'lastReadyNode'
  const matches = typed.trim() === node.name
  const ready = matches && (!asksLast || agreed)
  const send = () => ready && !busy && drain(asksLast)
  return (
    <Dialog
      onClose={onClose}
      title={t('operator.drain.title', { name: node.name, count: node.figures?.connections ?? 0 })}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button tone="primary" icon={Power} disabled={!ready} aria-disabled={busy} onClick={send}>
            {busy ? t('operator.drain.sending') : t('operator.drain.open', { name: node.name })}
          </Button>
        </>
      }
    >
      <p>{t('operator.drain.what')}</p>
      <p>{t('operator.drain.restart')}</p>
      {asksLast && (
        <>
          <p className="callout callout--warn">
            <TriangleAlert className="icon" size={16} aria-hidden="true" />
            {t('operator.drain.last')}
          </p>
          <label className="drain__agree">
            <input type="checkbox" className="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
            {t('operator.drain.lastAgreed')}
          </label>
        </>
      )}
      <label className="field">
        <span className="field__label">{t('operator.drain.type')}</span>
        <span className="drain__typed">
          <input
            className="input"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              // 229 stands for a key that the input method took, where no composition is announced.
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) send()
            }}
          />
          {matches && <Check className="icon drain__match" size={18} aria-hidden="true" />}
        </span>
        <span className="field__hint" aria-live="polite">
          {typed && !matches ? t('operator.drain.notYet') : ''}
        </span>
      </label>
      {/* The refusals' own sentences for these speak of documents. */}
      {code === 'notInScope' || code === 'notAllowedNow' ? (
        <p className="callout callout--warn" role="alert">
          <TriangleAlert className="icon" size={16} aria-hidden="true" />
          {t('operator.drain.gone')}
        </p>
      ) : (
        error !== null && <Refusal act="drain" error={error} />
      )}
    </Dialog>
  )
}

/** One dialog is one command: what was refused is asked again under another id only when it asks for more. */
function useDrain(name: string, onDone: () => void) {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const { me } = useSession()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const keys = useRef({ false: crypto.randomUUID(), true: crypto.randomUUID() })

  const drain = async (last: boolean) => {
    setBusy(true)
    setError(null)
    try {
      await outbox.send({
        key: keys.current[`${last}`],
        path: `/api/operator/nodes/${encodeURIComponent(name)}/drain`,
        body: { last },
        actingSeat: me.seats.find((seat) => seat.role === 'operator')?.id,
        label: { key: 'acts.drain.name', params: { what: name } },
      })
      notices.toast({ icon: Power, tone: 'ok', title: { key: 'acts.drain.done', params: { what: name } }, sticky: false })
      onDone()
    } catch (refused) {
      if (!(refused instanceof Withdrawn)) setError(refused)
    } finally {
      setBusy(false)
      void queries.invalidateQueries({ queryKey: ['nodes'] })
    }
  }
  return { busy, error, drain: (last: boolean) => void drain(last) }
}
