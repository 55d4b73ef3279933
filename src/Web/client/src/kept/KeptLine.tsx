import { History } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from '../i18n'
import './kept-line.css'

const fields = 'textarea, input:not([type="hidden"]), [role="spinbutton"], button'

/** The line goes with the words: the focus goes on to the field behind it, not away with the line. */
function focusBehind(line: HTMLElement): void {
  const form = line.closest('[role="dialog"], section') ?? line.parentElement
  const isBehind = (one: Element) => !line.contains(one) && (line.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const all = form?.querySelectorAll<HTMLElement>(fields) ?? []
  ;[...all].find(isBehind)?.focus()
}

/** Says that words of another time stand in the form, and takes them out. */
export function KeptLine({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation()
  const clear = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    focusBehind(currentTarget.parentElement!)
    onClear()
  }
  return (
    <p className="kept-line">
      <History className="icon" size={16} aria-hidden="true" />
      <span>{t('shell.kept')}</span>
      <button type="button" className="link-button" onClick={clear}>
        {t('shell.keptClear')}
      </button>
    </p>
  )
}
