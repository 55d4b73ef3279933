import { ArrowLeft, Check, Maximize2, Paperclip } from 'lucide-react'
import { Link } from 'wouter'
import { IconButton } from '../../components/Button'
import { Deadline, SecrecyChip, UrgencyChip } from '../../components/signs'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { fullDate, fullDay, listMoment, moment, time } from '../../format/dates'
import { formatBytes } from '../../format/numbers'
import { typeName, unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { keyOf } from '../../live/snapshot'
import { itemHref } from '../../shell/itemHref'
import { fromPlace } from '../../shell/origin'
import { api } from '../../wire/api'
import type { DocumentView } from '../../wire/documents'
import { isNote, isReturn, isUnitsReturn, returnReason, type Filter, type InboxItem } from '../../wire/inbox'
import { isNotInScope } from '../../wire/refusal'
import { ActionBar } from '../documents/ActionBar'
import { Links } from '../documents/Links'
import { Paper } from '../documents/Paper'
import { RecallNotice } from '../documents/RecallNotice'
import { myDelivery, pressing, restingDueOn } from '../documents/useDocument'
import { useLiveDocument } from '../documents/useLiveDocument'
import { useOpened } from '../documents/useOpened'
import { KnowButton } from './KnowButton'

interface ReadingPaneProps {
  item: InboxItem
  box: string
  filter?: Filter
  /** Another row is chosen already: what is still shown takes no act, which would be meant for the other. */
  passing?: boolean
  onDone: () => void
  /** On a phone the pane lies over the list. */
  onClose?: () => void
}

export function ReadingPane({ item, box, filter = 'all', passing = false, onDone, onClose }: ReadingPaneProps) {
  const document = useLiveDocument(item.documentId)
  useOpened(document.data)
  if (!item.documentId || isNote(item)) return <NotePane key={keyOf(item)} item={item} passing={passing} onDone={onDone} onClose={onClose} />
  if (document.isPending) return <RuledLines count={5} />
  if (!document.data || isNotInScope(document.error)) {
    return (
      <div className="inbox__problem">
        <Refusal act="load" error={document.error} onRetry={document.refetch} />
      </div>
    )
  }
  // A person with seats in two units may have two rows of one document: an open form is about one of them.
  return <DocumentPane key={`${item.documentId} ${item.deliveryId ?? ''}`} item={item} page={fromPlace(itemHref(item), box, filter)} view={document.data} passing={passing} onDone={onDone} />
}

function DocumentPane({ item, page, view, passing, onDone }: { item: InboxItem; page: string; view: DocumentView; passing: boolean; onDone: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const delivery = myDelivery(view, item.deliveryId)
  const due = pressing(view, delivery)
  const resting = restingDueOn(view, delivery)
  const arrived = delivery?.arrivedAt ?? (view.issuedAt ? item.arrivedAt : null)
  const at = arrived ? listMoment(arrived) : null
  const arrivedWords = at ? (at.relation === 'today' ? t('inbox.arrivedToday', { time: at.main }) : t('inbox.arrivedOn', { time: moment(arrived!) })) : ''
  return (
    <>
      <div className="pane__head">
        <div className="pane__line">
          <b>{view.symbol ?? t('documents.noSymbol')}</b>
          <span className="tag">{typeName(view, locale)}</span>
          <UrgencyChip urgency={view.urgency} />
          <SecrecyChip secrecy={view.secrecy} />
          <span className="pane__end">
            {due && <Deadline dueOn={due.dueOn} overdue={item.overdue} urgency={view.urgency} />}
            <Link href={page} className="icon-button" aria-label={t('inbox.expand')} title={t('inbox.expand')}>
              <Maximize2 className="icon" size={16} aria-hidden="true" />
            </Link>
          </span>
        </div>
        <h2 className="pane__abstract">{view.abstract}</h2>
        <Links view={view} />
        <RecallNotice view={view} delivery={delivery} />
        <dl className="facts">
          {returnReason(item) && (
            <>
              <dt>{t(isUnitsReturn(item) ? 'documents.returnedBy' : 'documents.returnedByPerson')}</dt>
              <dd>{item.from}</dd>
              <dt>{t('documents.returned')}</dt>
              <dd>{returnReason(item)}</dd>
            </>
          )}
          <dt>{t('documents.from')}</dt>
          <dd>{unitName(view.unit, locale)}</dd>
          {(view.documentDate || arrivedWords) && (
            <>
              <dt>{t('documents.date')}</dt>
              <dd>{[view.documentDate && fullDay(view.documentDate), arrivedWords].filter(Boolean).join(', ')}</dd>
            </>
          )}
          {resting && (
            <>
              <dt>{t('documents.dueOn')}</dt>
              <dd>{fullDay(resting)}</dd>
            </>
          )}
          {view.signer && (
            <>
              <dt>{t('documents.signature')}</dt>
              <dd className="facts__ok">
                <Check className="icon" size={16} aria-hidden="true" />
                {t('documents.signedBy', { name: view.signer.name, time: `${time(view.signer.at)} ${fullDate(view.signer.at)}` })}
              </dd>
            </>
          )}
          {view.files.length > 0 && (
            <>
              <dt>{t('documents.files')}</dt>
              <dd className="facts__files">
                {view.files.map((file) => (
                  <a key={file.hash} href={api.fileAddress(view.id, file.hash)} download={file.name}>
                    <Paperclip className="icon" size={14} aria-hidden="true" />
                    {file.name}, {formatBytes(file.size, locale)}
                  </a>
                ))}
              </dd>
            </>
          )}
          {view.instruction && (
            <>
              <dt>{t('documents.request')}</dt>
              <dd>{view.instruction}</dd>
            </>
          )}
        </dl>
      </div>
      {/* A scrolling region must be reachable by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="pane__desk" data-scroll tabIndex={0} role="region" aria-label={t('documents.content')}>
        <Paper document={view} />
      </div>
      <div className={`pane__foot${isReturn(item) ? ' pane__foot--known' : ''}`}>
        {isReturn(item) && <KnowButton item={item} passing={passing} primary={isUnitsReturn(item)} onDone={onDone} />}
        <ActionBar view={view} delivery={delivery} itemKey={keyOf(item)} passing={passing} onDone={onDone} openCount={3} />
      </div>
    </>
  )
}

function NotePane({ item, passing, onDone, onClose }: { item: InboxItem; passing: boolean; onDone: () => void; onClose?: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="pane__head">
        <div className="pane__line">
          {onClose && <IconButton icon={ArrowLeft} label={t('shell.back')} onClick={onClose} />}
          <b>{item.from}</b>
          <span className="faint">{moment(item.arrivedAt)}</span>
        </div>
        <h2 className="pane__abstract">{item.abstract}</h2>
      </div>
      <div className="pane__desk">
        <p className="pane__note">{item.note}</p>
        {item.documentId && (
          <Link href={itemHref(item)} className="link-button">
            {t(item.reason === 'mention' ? 'inbox.openMention' : 'inbox.openDocument')}
          </Link>
        )}
      </div>
      <div className="pane__foot pane__foot--note">
        <KnowButton item={item} passing={passing} primary onDone={onDone} />
      </div>
    </>
  )
}
