import { ArrowLeft, BellRing, Download } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { formatNumber, formatShare } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import { useKeys } from '../../shell/keys'
import { PhoneBar } from '../../shell/PhoneBar'
import type { Board } from '../../wire/board'
import type { DeliveryState } from '../../wire/documents'
import { received } from './board'
import { exportUnits } from './exportBoard'
import { PartsBar } from './PartsBar'
import { UnitTable } from './UnitTable'
import { useReminder } from './useReminder'
import { useTile } from './useTile'

const inBook = new Set<DeliveryState>(['registered', 'assigned', 'inProgress', 'finished'])
const order: DeliveryState[] = ['returned', 'sent', 'arrived', 'registered', 'assigned', 'inProgress', 'finished']

/** The units of one province. On its own page a commune needs no province behind its name. */
export function TilePage({ board, code }: { board: Board; code: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [, go] = useLocation()
  const [missingOnly, setMissingOnly] = useState(false)
  const pushed = board.tiles.find((one) => one.code === code)
  const page = useTile(board.documentId, code, pushed)
  const tile = pushed ?? page.data?.tile
  const back = `/documents/${board.documentId}/board`
  useKeys({ Escape: () => go(back) })
  const rows = [...(page.data?.units ?? [])]
    .filter((one) => !missingOnly || !inBook.has(one.state))
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.unit.name.localeCompare(other.unit.name, 'vi'))
  const missing = page.data?.units.filter((one) => !inBook.has(one.state)).length ?? 0
  const reminder = useReminder(board)
  const due = reminder.allowed ? (page.data?.units.filter(reminder.isDueUnit) ?? []) : []
  return (
    <article className="board">
      <PhoneBar back={back} heading={false} title={tile?.name ?? ''} end={<span />} />
      <header className="board__head">
        <div className="board__facts">
          <div className="board__line">
            <Link href={back} className="link-button">
              <ArrowLeft className="icon" size={16} aria-hidden="true" />
              {t('board.title')}
            </Link>
            {board.symbol && <b>{board.symbol}</b>}
            <span className="ellipsis">{board.abstract}</span>
          </div>
          <h1 className="board__title" tabIndex={-1}>
            {tile?.name}
          </h1>
        </div>
        <div className="board__ways">
          {due.length > 0 && (
            <Button small icon={BellRing} aria-disabled={reminder.busy} onClick={() => reminder.remind(due.map((one) => one.unit.id))}>
              {t('board.remind', { count: due.length })}
            </Button>
          )}
          <Button small icon={Download} aria-disabled={!page.data} onClick={() => page.data && exportUnits(page.data.units, tile?.name ?? code, t, locale)}>
            {t('board.exportUnits')}
          </Button>
        </div>
      </header>
      <section className="board__main board__main--tile" aria-label={tile?.name} data-pane data-scroll>
        {reminder.error !== null && <Refusal act="remind" error={reminder.error} />}
        {tile && (
          <div className="board__numbers">
            <p className="board__got">
              <b className="board__number">{formatNumber(received(tile), locale)}</b> {t('board.of', { count: tile.units, units: formatNumber(tile.units, locale) })}
              <b className="board__share">{formatShare(received(tile), tile.units, locale)}</b>
            </p>
            <PartsBar counts={tile} />
            <p className="dense faint">{t('board.openedUnits', { count: tile.opened, opened: formatNumber(tile.opened, locale) })}</p>
          </div>
        )}
        <div className="board__chips board__order">
          <button type="button" className="chip-button" aria-pressed={!missingOnly} onClick={() => setMissingOnly(false)}>
            {t('inbox.filter.all')} <b>{page.data ? formatNumber(page.data.units.length, locale) : '–'}</b>
          </button>
          <button type="button" className="chip-button" aria-pressed={missingOnly} onClick={() => setMissingOnly(true)}>
            {t('board.parts.notReceived')} <b>{page.data ? formatNumber(missing, locale) : '–'}</b>
          </button>
        </div>
        {page.isPending && <RuledLines />}
        {page.isError && <Refusal act="load" error={page.error} onRetry={page.refetch} />}
        {page.data && <UnitTable name={tile?.name ?? ''} rows={rows} reminder={reminder} />}
      </section>
    </article>
  )
}
