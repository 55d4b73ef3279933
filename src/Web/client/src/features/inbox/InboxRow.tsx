import { BellRing, Clock, TriangleAlert } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import { Deadline, SecrecyChip, UrgencyChip } from '../../components/signs'
import { listMoment, moment } from '../../format/dates'
import { useTranslation } from '../../i18n'
import { keyOf } from '../../live/snapshot'
import { itemHref } from '../../shell/itemHref'
import { isReturn, returnReason, type InboxItem } from '../../wire/inbox'
import { RowMenu } from './RowMenu'

export interface RowEvents {
  onSelect: (key: string) => void
  onOpen: (item: InboxItem) => void
  onMark: (key: string, extend: boolean) => void
  onMenu: (key: string | null) => void
  /** An act of the row's menu is done, or held back for undo. */
  onDone: (key: string) => void
}

interface InboxRowProps extends RowEvents {
  item: InboxItem
  unread: boolean
  selected: boolean
  marked: boolean
  marking: boolean
  /** The one stop of the list in the tab order. */
  tabStop: boolean
  /** On wide screens a click shows the document beside the list. */
  pane: boolean
  waits: 'queued' | 'unknown' | null
  rowIndex: number
  menuOpen: boolean
}

export const InboxRow = memo(function InboxRow(props: InboxRowProps) {
  const { item, unread, selected, marked, marking, tabStop, pane, waits, rowIndex, menuOpen, onSelect, onOpen, onMark, onMenu, onDone } = props
  const { t } = useTranslation()
  const key = keyOf(item)
  const at = listMoment(item.arrivedAt)
  const day = at.relation === 'today' ? t('words.days.today') : at.relation === 'yesterday' ? t('words.days.yesterday') : (t('words.days.weekdays', { returnObjects: true }) as unknown as string[])[at.weekday]

  const cameBack = returnReason(item)

  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return
    event.preventDefault()
    if (event.shiftKey) return onMark(key, true)
    // A key press on a link is a click without a pointer: Enter opens the page, a click shows the pane.
    if (pane && event.detail > 0) onSelect(key)
    else onOpen(item)
  }
  const look = [
    'row',
    unread && 'row--unread',
    selected && 'row--selected',
    item.urgency === 'immediate' && 'row--immediate',
    marked && 'row--marked',
    marking && 'row--marking',
    menuOpen && 'row--menu',
  ].filter(Boolean).join(' ')
  return (
    <div role="row" className={look} aria-rowindex={rowIndex} aria-selected={marked}>
      <div role="gridcell" className="row__mark">
        <span className={unread ? 'dot' : ''} aria-hidden="true" />
        <input
          type="checkbox"
          className="checkbox"
          tabIndex={-1}
          checked={marked}
          aria-label={t('inbox.markRow', { name: item.symbol ?? item.abstract })}
          onChange={() => onMark(key, false)}
        />
      </div>
      <div role="gridcell" className="row__cell">
        <a href={itemHref(item)} className="row__link" data-row={key} tabIndex={tabStop ? 0 : -1} aria-current={selected ? 'true' : undefined} onClick={onClick} onDoubleClick={() => onOpen(item)}>
          {unread && <span className="visually-hidden">{t('words.unread')}</span>}
          <span className="row__time">
            <b>{at.main}</b>
            <small>{day}</small>
          </span>
          <span className="row__main">
            <span className="row__who">
              {item.symbol && <b className="row__symbol">{item.symbol}</b>}
              <span className="row__from ellipsis">{item.from}</span>
            </span>
            <span className="row__abstract">
              {item.abstract || item.note}
              {cameBack && <span className="faint">{isReturn(item) ? ` (${cameBack})` : ` (${t('inbox.cameBack', { reason: cameBack })})`}</span>}
            </span>
          </span>
          <span className="row__end">
            <span className="row__signs">
              {item.remindedAt && (
                <span className="reminded">
                  <BellRing className="icon" size={14} aria-hidden="true" />
                  {t('inbox.reminded', { time: moment(item.remindedAt) })}
                </span>
              )}
              <span className="row__chips">
                <UrgencyChip urgency={item.urgency} />
                <SecrecyChip secrecy={item.secrecy} />
                <span className="row__phone-time">{at.main}</span>
              </span>
            </span>
            {waits === 'queued' ? (
              <span className="deadline deadline--queued">
                <Clock className="icon" size={14} aria-hidden="true" />
                {t('line.queuedRow')}
              </span>
            ) : waits === 'unknown' ? (
              <span className="deadline deadline--queued">
                <TriangleAlert className="icon" size={14} aria-hidden="true" />
                {t('line.unknownRow')}
              </span>
            ) : (
              // What was issued is done here; its deadline is the recipients'.
              item.box !== 'issued' && <Deadline dueOn={item.dueOn} overdue={item.overdue} urgency={item.urgency} />
            )}
          </span>
        </a>
      </div>
      <div role="gridcell" className="row__more">
        <RowMenu item={item} unread={unread} isOpen={menuOpen} tabStop={tabStop} onOpenChange={(open) => onMenu(open ? key : null)} onOpen={onOpen} onMark={onMark} onDone={() => onDone(key)} />
      </div>
    </div>
  )
})
