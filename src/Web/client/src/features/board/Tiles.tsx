import { Check } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { formatNumber, formatShare } from '../../format/numbers'
import { useLocale } from '../../i18n'
import type { Board, Tile } from '../../wire/board'
import { isLate, received, shareOf, sorted, type Order } from './board'

const resortEveryMs = 5_000
const tickMs = 2_000

/** Numbers change in place; places change at most every five seconds, and never under pointer or focus. */
export function Tiles({ board, order }: { board: Board; order: Order }) {
  const grid = useRef<HTMLUListElement>(null)
  const [codes, setCodes] = useState(() => sorted(board.tiles, order).map((tile) => tile.code))
  const latest = useRef(board.tiles)
  latest.current = board.tiles

  useEffect(() => setCodes(sorted(latest.current, order).map((tile) => tile.code)), [order])
  useEffect(() => {
    const timer = setInterval(() => {
      const here = grid.current
      if (!here || here.matches(':hover') || here.contains(document.activeElement)) return
      setCodes(sorted(latest.current, order).map((tile) => tile.code))
    }, resortEveryMs)
    return () => clearInterval(timer)
  }, [order])

  const byCode = new Map(board.tiles.map((tile) => [tile.code, tile]))
  const known = codes.flatMap((code) => byCode.get(code) ?? [])
  const shown = known.length === board.tiles.length ? known : sorted(board.tiles, order)
  return (
    <ul className="tiles" ref={grid} aria-live="off">
      {shown.map((tile) => (
        <li key={tile.code}>
          <TileLink tile={tile} documentId={board.documentId} late={isLate(tile, board.issuedAt, Date.now())} />
        </li>
      ))}
    </ul>
  )
}

const TileLink = memo(function TileLink({ tile, documentId, late }: { tile: Tile; documentId: string; late: boolean }) {
  const locale = useLocale()
  const got = received(tile)
  const tick = useTick(got)
  const complete = got === tile.units
  const share = formatShare(got, tile.units, locale)
  return (
    <Link
      href={`/documents/${documentId}/board/${tile.code}`}
      className={`tile${complete ? ' tile--complete' : late ? ' tile--late' : ''}`}
    >
      <span className="tile__name">
        <span className="ellipsis">{tile.name}</span>
        {tick > 0 && <span className="counter__tick" aria-hidden="true">+{formatNumber(tick, locale)}</span>}
      </span>
      <span className="tile__line">
        <span>
          <b>{formatNumber(got, locale)}</b>/{formatNumber(tile.units, locale)}
        </span>
        <span className="tile__share">
          {complete && <Check className="icon" size={14} aria-hidden="true" />}
          {late && <span className="tile__mark" aria-hidden="true">!</span>}
          {share}
        </span>
      </span>
      <span className="tile__bar">
        <span style={{ width: `${shareOf(tile) * 100}%` }} />
      </span>
    </Link>
  )
})

function useTick(value: number): number {
  const before = useRef(value)
  const [tick, setTick] = useState(0)
  useEffect(() => {
    const grown = value - before.current
    before.current = value
    if (grown <= 0) return
    setTick((shown) => shown + grown)
    const timer = setTimeout(() => setTick(0), tickMs)
    return () => clearTimeout(timer)
  }, [value])
  return tick
}
