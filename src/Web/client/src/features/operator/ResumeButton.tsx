import { useQueryClient } from '@tanstack/react-query'
import { Check, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'
import { useOutbox } from '../../outbox/OutboxProvider'
import { useSending } from '../../outbox/useSending'
import { notices } from '../../shell/notices'
import { refusedAway } from '../../shell/refusedAway'
import { useSession } from '../../shell/SessionProvider'
import { Refusal } from '../../wire/refusal'

const tooLate = (error: unknown) => error instanceof Refusal && (error.code === 'notAllowedNow' || error.code === 'notInScope')

/** Takes a node's drain back. Nobody is asked again: a drain that was stopped by mistake is only ordered anew. */
export function ResumeButton({ name }: { name: string }) {
  const { t } = useTranslation()
  const outbox = useOutbox()
  const queries = useQueryClient()
  const { me } = useSession()
  const { sending, error, send } = useSending()

  useEffect(() => {
    if (error === null) return
    // The refusals' own sentences for these speak of documents.
    if (tooLate(error))
      notices.toast({ icon: TriangleAlert, tone: 'warn', title: { key: 'operator.drain.tooLate', params: { name } }, sticky: true })
    else refusedAway({ key: 'acts.resume.name', params: { what: name } }, error)
  }, [error, name])

  const resume = async () => {
    const done = await send((key) => outbox.send({
      key,
      path: `/api/operator/nodes/${encodeURIComponent(name)}/resume`,
      actingSeat: me.seats.find((seat) => seat.role === 'operator')?.id,
      label: { key: 'acts.resume.name', params: { what: name } },
    }))
    if (done) notices.toast({ icon: Check, tone: 'ok', title: { key: 'acts.resume.done', params: { what: name } }, sticky: false })
    await queries.invalidateQueries({ queryKey: ['nodes'] })
  }
  return (
    <Button small aria-label={t('operator.drain.resume', { name })} aria-disabled={sending} onClick={() => void resume()}>
      {t('acts.resume.verb')}
    </Button>
  )
}
