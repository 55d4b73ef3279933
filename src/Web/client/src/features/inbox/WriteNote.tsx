import { StickyNote } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'
import { NoteForm } from '../notes/NoteForm'

/** A note that is about no document. It is written beside the list, where the way to undo it can be reached. */
export function WriteNote() {
  const { t } = useTranslation()
  const [writing, setWriting] = useState(false)
  return writing ? (
    <div className="inbox__note">
      <NoteForm onClose={() => setWriting(false)} />
    </div>
  ) : (
    <div>
      <Button small icon={StickyNote} onClick={() => setWriting(true)}>
        {t('notes.write')}
      </Button>
    </div>
  )
}
