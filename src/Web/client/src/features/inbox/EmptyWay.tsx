import { Plus, StickyNote } from 'lucide-react'
import { Link } from 'wouter'
import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'
import { registerOf, type Place } from '../../shell/boxes'

interface EmptyWayProps {
  place: Place
  /** A note is being written already. */
  writing: boolean
  onWrite: () => void
}

/** The one way on from an empty box: what fills it where the person does that, else the register. */
export function EmptyWay({ place, writing, onWrite }: EmptyWayProps) {
  const { t } = useTranslation()
  if (place === 'drafts') {
    return (
      <Link href="/compose" className="button">
        <Plus className="icon" size={16} aria-hidden="true" />
        {t('shell.compose')}
      </Link>
    )
  }
  if (place === 'notes') return !writing && <Button icon={StickyNote} onClick={onWrite}>{t('notes.write')}</Button>
  const register = registerOf(place)
  return (
    <Link href={`/registers/${register}`} className="link-button">
      {t(register === 'incoming' ? 'inbox.openIncoming' : 'inbox.openOutgoing')}
    </Link>
  )
}
