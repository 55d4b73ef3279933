import { ArrowDownUp, ArrowLeft, BellRing, Download, Table2, Volume2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../../components/Button'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { UrgencyChip } from '../../components/signs'
import { fullDate, fullDay, time, timeWithSeconds } from '../../format/dates'
import { formatNumber, formatShare } from '../../format/numbers'
import { typeName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { announce } from '../../shell/announcer'
import { useKeys } from '../../shell/keys'
import { PhoneBar } from '../../shell/PhoneBar'
import { usePageTitle } from '../../shell/usePageTitle'
import { isNotInScope } from '../../wire/refusal'
import type { Board } from '../../wire/board'
import { answers, limitWords, received, type Order } from './board'
import { BoardTable } from './BoardTable'
import { exportBoard } from './exportBoard'
import { Feed } from './Feed'
import { LateList } from './LateList'
import { PartsBar } from './PartsBar'
import { Plot } from './Plot'
import { RecallStrip } from './RecallStrip'
import { TilePage } from './TilePage'
import { Tiles } from './Tiles'
import { useBoard } from './useBoard'
import { useReminder } from './useReminder'
import { useUnitExport } from './useUnitExport'
import './board.css'

export default function BoardPage({ documentId, tile }: { documentId: string; tile?: string }) {
  const { t } = useTranslation()
  const board = useBoard(documentId)
  usePageTitle(t('board.title'))
  if (board.isPending) return <RuledLines />
  if (isNotInScope(board.error)) return <NotInScope />
  if (!board.data) return <Refusal act="load" error={board.error} onRetry={board.refetch} />
  return tile ? <TilePage board={board.data} code={tile} /> : <Overview board={board.data} updatedAt={board.dataUpdatedAt} />
}

const orders: Order[] = ['share', 'name', 'missing']

function Overview({ board, updatedAt }: { board: Board; updatedAt: number }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [, go] = useLocation()
  const [order, setOrder] = useState<Order>('share')
  const [table, setTable] = useState(false)
  const got = received(board.totals)
  const back = `/documents/${board.documentId}?box=issued`
  useKeys({ Escape: () => go(back) })
  const said = answers(board.totals)
  const limit = limitWords(board.lateAfterMinutes, t)
  const reminder = useReminder(board)
  const units = useUnitExport(board.documentId)
  const recalled = board.recall
    ? ` ${t('board.recall.asked', { agreed: formatNumber(said.agreed, locale), waiting: formatNumber(said.waiting, locale), refused: formatNumber(said.refused, locale) })}`
    : ''
  const sentence = t('board.sentence', {
    got: formatNumber(got, locale),
    units: formatNumber(board.totals.units, locale),
    share: formatShare(got, board.totals.units, locale),
    late: formatNumber(board.lateUnits, locale),
    limit,
  })
  return (
    <article className="board">
      <PhoneBar back={back} heading={false} title={board.symbol ?? typeName(board, locale)} end={<span />} />
      <header className="board__head">
        <div className="board__facts">
          <div className="board__line">
            <Link href={back} className="link-button board__back">
              <ArrowLeft className="icon" size={16} aria-hidden="true" />
              {t('words.boxes.issued')}
            </Link>
            {board.symbol && <b>{board.symbol}</b>}
            <span className="tag">{typeName(board, locale)}</span>
            <UrgencyChip urgency={board.urgency} />
            <span>
              {t('board.issued', { time: time(board.issuedAt), date: fullDate(board.issuedAt) })} {board.dueOn && t('board.due', { date: fullDay(board.dueOn) })}
            </span>
          </div>
          <h1 className="board__title" tabIndex={-1}>
            {board.abstract}
          </h1>
        </div>
        <div className="board__ways">
          {reminder.allowed && board.remindable > 0 && (
            <Button small icon={BellRing} aria-disabled={reminder.busy} onClick={() => reminder.remind()}>
              {t('board.remind', { count: board.remindable })}
            </Button>
          )}
          <Button small icon={Volume2} onClick={() => announce(sentence + recalled)}>
            {t('board.read')}
          </Button>
          <Button small icon={Download} onClick={() => exportBoard(board, t)}>
            {t('board.export')}
          </Button>
          <Button small icon={Download} aria-disabled={units.busy} onClick={units.run}>
            {t('board.exportUnits')}
          </Button>
        </div>
      </header>
      <div className="board__body">
        <section className="board__main" aria-label={t('board.title')} data-pane data-scroll>
          {reminder.error !== null && <Refusal act="remind" error={reminder.error} />}
          {units.error !== null && <Refusal act="load" error={units.error} onRetry={units.run} />}
          {board.recall && <RecallStrip recall={board.recall} counts={said} />}
          <div className="board__sum">
            <div className="board__numbers">
              <p className="board__got">
                <b className="board__number">{formatNumber(got, locale)}</b> {t('board.of', { count: board.totals.units, units: formatNumber(board.totals.units, locale) })}
                <b className="board__share">{formatShare(got, board.totals.units, locale)}</b>
              </p>
              <PartsBar counts={board.totals} />
              {board.totals.returned > 0 && <p className="dense faint">{t('board.returned', { count: board.totals.returned })}</p>}
            </div>
            <Plot board={board} />
          </div>
          <div className="board__order">
            <h2 className="pane-title">{t('board.tiles', { count: board.tiles.length })}</h2>
            <div className="board__chips" role="group" aria-label={t('board.orderBy')}>
              <span className="dense faint">{t('board.orderBy')}</span>
              {orders.map((one) => (
                <button key={one} type="button" className="chip-button" aria-pressed={order === one} onClick={() => setOrder(one)}>
                  {order === one && <ArrowDownUp className="icon" size={14} aria-hidden="true" />}
                  {t(`board.order.${one}`)}
                </button>
              ))}
              <button type="button" className="chip-button" aria-pressed={table} onClick={() => setTable(!table)}>
                <Table2 className="icon" size={14} aria-hidden="true" />
                {t('board.table')}
              </button>
            </div>
          </div>
          {table ? <BoardTable board={board} /> : <Tiles board={board} order={order} />}
        </section>
        <aside className="board__side" aria-label={t('board.side')} data-pane data-scroll>
          <LateList late={board.late} total={board.lateUnits} limit={limit} reminder={reminder} />
          <Feed lines={board.feed} />
          <p className="board__foot">
            <span>{t('board.people', { people: formatNumber(board.totals.people, locale), opened: formatNumber(board.totals.opened, locale) })}</span>
            <span>{t('board.updated', { time: timeWithSeconds(updatedAt) })}</span>
          </p>
        </aside>
      </div>
    </article>
  )
}
