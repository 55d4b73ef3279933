import { CheckCheck } from 'lucide-react'
import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'
import { keyOf } from '../../live/snapshot'
import type { InboxItem } from '../../wire/inbox'
import { useKnowing } from './useKnowing'

interface KnowButtonProps {
  item: InboxItem
  /** Another row is chosen already: nothing is done to this one. */
  passing?: boolean
  /** Whether it is all that there is to be done with it. */
  primary?: boolean
  onDone: () => void
}

/** Takes a note, or what came back, out of its box as known. */
export function KnowButton({ item, passing = false, primary = false, onDone }: KnowButtonProps) {
  const { t } = useTranslation()
  const know = useKnowing()
  const finish = () => {
    if (passing) return
    know([item], keyOf(item))
    onDone()
  }
  return (
    <Button icon={CheckCheck} tone={primary ? 'primary' : 'plain'} aria-disabled={passing} onClick={finish}>
      {t('acts.markDone.verb')}
    </Button>
  )
}
