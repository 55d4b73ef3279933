import { useId, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useCovers } from './cover'
import './dialog.css'

interface DialogProps {
  /** States the consequence. */
  title: ReactNode
  onClose: () => void
  /** Above the title: chips that say what the act is about. */
  over?: ReactNode
  children?: ReactNode
  /** The safe way out first, the primary verb last. */
  actions: ReactNode
  /** False where leaving without an answer is not allowed. */
  dismissable?: boolean
  striped?: boolean
  wide?: boolean
}

/** Focus is trapped inside and goes back to where it came from; what lies behind counts as not seen. */
export function Dialog({ title, onClose, over, children, actions, dismissable = true, striped = false, wide = false }: DialogProps) {
  const describedBy = useId()
  useCovers()
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable={false}
      isKeyboardDismissDisabled={!dismissable}
      className="veil"
    >
      <Modal className={`dialog${striped ? ' dialog--striped' : ''}${wide ? ' dialog--wide' : ''}`}>
        <AriaDialog className="dialog__body" role={dismissable ? 'dialog' : 'alertdialog'} aria-describedby={dismissable ? undefined : describedBy}>
          {over && <div className="dialog__over">{over}</div>}
          <Heading slot="title" level={2} className="dialog__title">
            {title}
          </Heading>
          <div className="dialog__content" id={describedBy}>
            {children}
          </div>
          <div className="dialog__actions">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
