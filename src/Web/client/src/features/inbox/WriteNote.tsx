import { StickyNote } from 'lucide-react'
import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'
import { NoteForm } from '../notes/NoteForm'

/** A note that is about no document. It is written beside the list, where the way to undo it can be reached. */
export function WriteNote({ writing, onWriting }: { writing: boolean; onWriting: (writing: boolean) => void }) {
  const { t } = useTranslation()
  return writing ? (
    <div className="inbox__note">
      <NoteForm onClose={() => onWriting(false)} />
    </div>
  ) : (
    <div>
      <Button small icon={StickyNote} onClick={() => onWriting(true)}>
        {t('notes.write')}
      </Button>
    </div>
  )
}
