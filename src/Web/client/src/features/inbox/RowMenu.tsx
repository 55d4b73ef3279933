import { CheckCheck, Ellipsis, Eye, Maximize2, SquareCheck } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Menu, type MenuEntry } from '../../components/Menu'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { keyOf } from '../../live/snapshot'
import type { Action, DocumentView } from '../../wire/documents'
import { isNote, isReturn, type InboxItem } from '../../wire/inbox'
import { ActionBar } from '../documents/ActionBar'
import { myDelivery, useDocument } from '../documents/useDocument'
import { useKnowing } from './useKnowing'
import { useMarking } from './useMarking'
import './row-menu.css'

interface RowMenuProps {
  item: InboxItem
  unread: boolean
  isOpen: boolean
  tabStop: boolean
  onOpenChange: (open: boolean) => void
  onOpen: (item: InboxItem) => void
  onMark: (key: string, extend: boolean) => void
  onDone: (act: Action | 'markDone') => void
}

/** The acts of one row: those of its document, then those of the row itself. Nothing is read before it is opened. */
export function RowMenu({ tabStop, onOpenChange, ...props }: RowMenuProps) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState(props.isOpen)
  if (props.isOpen && !wanted) setWanted(true)
  const label = t('inbox.rowMenu', { name: props.item.symbol ?? props.item.abstract })
  const trigger = (
    <AriaButton className="icon-button row__menu" aria-label={label} excludeFromTabOrder={!tabStop} onPress={wanted ? undefined : () => onOpenChange(true)}>
      <Ellipsis className="icon" size={18} aria-hidden="true" />
    </AriaButton>
  )
  return wanted ? <Opened {...props} label={label} trigger={trigger} onOpenChange={onOpenChange} /> : trigger
}

/** What an open menu is made of. */
interface Offer {
  view: DocumentView | undefined
  unread: boolean
}

/**
 * Nothing moves under the hand: until it is known what can be done with the document nothing can be pressed, and what was
 * offered then stands until the menu is closed. A document that cannot be read leaves the acts of the row itself.
 */
function useOffer(document: ReturnType<typeof useDocument>, unread: boolean, isOpen: boolean): Offer | null {
  const [offer, setOffer] = useState<Offer | null>(null)
  const isKnown = document.failureCount > 0 || document.fetchStatus !== 'fetching'
  if (!isOpen && offer) setOffer(null)
  if (isOpen && !offer && isKnown) setOffer({ view: document.data, unread })
  return offer
}

function Opened({ item, unread, isOpen, onOpenChange, onOpen, onMark, onDone, label, trigger }: Omit<RowMenuProps, 'tabStop'> & { label: string; trigger: React.ReactNode }) {
  const { t } = useTranslation()
  const { markRead, unmarked, clear } = useMarking()
  const know = useKnowing()
  const note = isNote(item)
  const document = useDocument(note ? null : item.documentId)
  const key = keyOf(item)
  const offer = useOffer(document, unread, isOpen)
  // What was known before offers nothing while it is read anew.
  const known = isOpen && document.data ? { ...document.data, actions: [] } : document.data
  const view = offer ? offer.view : known
  const close = () => {
    know([item], key)
    onDone('markDone')
  }
  const own: (MenuEntry & { run: () => void })[] = [
    ...(item.documentId ? [{ id: 'page', label: t('inbox.expand'), icon: Maximize2, run: () => onOpen(item) }] : []),
    ...((offer?.unread ?? unread) ? [{ id: 'read', label: t('inbox.markRead'), icon: Eye, run: () => void markRead([item], key) }] : []),
    ...(note || isReturn(item) || item.box === 'forInformation'
      ? [{ id: 'markDone', label: t('acts.markDone.verb'), icon: CheckCheck, run: close }]
      : []),
    { id: 'mark', label: t('keys.mark'), icon: SquareCheck, run: () => onMark(key, false) },
  ]
  const entries = isOpen && !offer ? [{ id: 'reading', label: t('inbox.menuReading'), disabled: true }] : own
  const menu = { label, trigger, entries, isOpen, onOpenChange, onAction: (id: string) => own.find((entry) => entry.id === id)?.run() }
  return (
    <>
      {view ? (
        <ActionBar view={view} delivery={myDelivery(view, item.deliveryId)} itemKey={key} menu={menu} onDone={onDone} />
      ) : (
        <Menu {...menu} />
      )}
      {unmarked && (
        <Dialog title={t('acts.read.refused')} onClose={clear} actions={<Button autoFocus onClick={clear}>{t('documents.understood')}</Button>}>
          <Refusal act="read" error={unmarked.error} />
        </Dialog>
      )}
    </>
  )
}
