import { Baseline, MoveVertical } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from '../../i18n'
import { compare, differs, type ComparedRow, type Piece } from './comparison'
import './comparison.css'

interface Side {
  title: string
  /** ProseMirror JSON. */
  content: string
}

interface ComparisonProps {
  left: Side
  right: Side
  /** What may be done about it. */
  children?: ReactNode
}

/** Two texts beside each other; what only one side has is marked by line and colour, what has moved or looks otherwise by a word. */
export function Comparison({ left, right, children }: ComparisonProps) {
  const { t } = useTranslation()
  const rows = useMemo(() => compare(left.content, right.content), [left.content, right.content])
  const changes = rows.filter(differs).length
  return (
    <section className="comparison" aria-label={t('drafting.comparison')}>
      <div className="comparison__sum">
        <b>{changes ? t('drafting.changes', { count: changes }) : t('drafting.noChanges')}</b>
        {children && <span className="comparison__ways">{children}</span>}
      </div>
      <div className="comparison__scroll">
        <table className="comparison__table" lang="vi">
          <thead>
            <tr>
              <th scope="col">{left.title}</th>
              <th scope="col">{right.title}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // Rows of two fixed texts: their place is their identity.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at} className={differs(row) ? undefined : 'comparison__same'}>
                <td><Moved row={row} side="left" /><Pieces pieces={row.left} mark="del" /></td>
                <td><Moved row={row} side="right" /><Reformatted row={row} /><Pieces pieces={row.right} mark="ins" /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Moved({ row, side }: { row: ComparedRow; side: 'left' | 'right' }) {
  const { t } = useTranslation()
  if (!row.moved || !row[side]) return null
  return (
    <span className="comparison__sign">
      <MoveVertical className="icon" size={12} aria-hidden="true" />
      {t(side === 'left' ? 'drafting.movedAway' : 'drafting.movedHere')}
    </span>
  )
}

function Reformatted({ row }: { row: ComparedRow }) {
  const { t } = useTranslation()
  if (!row.reformatted) return null
  return (
    <span className="comparison__sign">
      <Baseline className="icon" size={12} aria-hidden="true" />
      {t('drafting.reformatted')}
    </span>
  )
}

function Pieces({ pieces, mark: Mark }: { pieces: Piece[] | null; mark: 'del' | 'ins' }) {
  return pieces?.map((piece, at) =>
    // oxlint-disable-next-line react/no-array-index-key
    piece.own ? <Mark key={at}>{piece.text}</Mark> : <span key={at}>{piece.text}</span>)
}
