import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Button } from '../../components/Button'
import { RuledLines } from '../../components/EmptyState'
import { Refusal } from '../../components/Refusal'
import { fullDate } from '../../format/dates'
import { useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import { compare, type ComparedRow, type Piece } from './comparison'
import './comparison.css'

interface ComparisonProps {
  documentId: string
  version: number
  /** The text as it stands, as ProseMirror JSON. */
  present: string
  onClose: () => void
}

/** A version beside the text as it stands; what only one side has is marked by line and colour. */
export function Comparison({ documentId, version, present, onClose }: ComparisonProps) {
  const { t } = useTranslation()
  const chosen = useQuery({ queryKey: ['version', documentId, version], queryFn: ({ signal }) => api.version(documentId, version, signal), staleTime: Infinity })
  const rows = useMemo(() => (chosen.data?.content ? compare(chosen.data.content, present) : []), [chosen.data, present])
  if (chosen.isPending) return <RuledLines />
  if (!chosen.data) return <Refusal act="load" error={chosen.error} />
  const changes = rows.filter(differs).length
  return (
    <section className="comparison" aria-label={t('drafting.comparison')}>
      <p className="comparison__sum">
        <b>{changes ? t('drafting.changes', { count: changes }) : t('drafting.noChanges')}</b>
        <Button small onClick={onClose}>{t('drafting.backToText')}</Button>
      </p>
      <div className="comparison__scroll">
        <table className="comparison__table" lang="vi">
          <thead>
            <tr>
              <th scope="col">{t('drafting.versionOf', { who: chosen.data.by.name, at: fullDate(chosen.data.at) })}</th>
              <th scope="col">{t('drafting.versionPresent')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // Rows of two fixed texts: their place is their identity.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at} className={differs(row) ? undefined : 'comparison__same'}>
                <td><Pieces pieces={row.left} mark="del" /></td>
                <td><Pieces pieces={row.right} mark="ins" /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const differs = ({ left, right }: ComparedRow): boolean => !left || !right || [...left, ...right].some((piece) => piece.own)

function Pieces({ pieces, mark: Mark }: { pieces: Piece[] | null; mark: 'del' | 'ins' }) {
  return pieces?.map((piece, at) =>
    // oxlint-disable-next-line react/no-array-index-key
    piece.own ? <Mark key={at}>{piece.text}</Mark> : <span key={at}>{piece.text}</span>)
}
