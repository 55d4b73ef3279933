import { Undo2 } from 'lucide-react'
import { moment } from '../../format/dates'
import { formatNumber } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { BoardRecall } from '../../wire/board'
import './recall.css'

interface RecallStripProps {
  recall: BoardRecall
  counts: { agreed: number; waiting: number; refused: number }
}

/** The recall as its issuing body sees it: one sentence that counts while the answers come in. */
export function RecallStrip({ recall, counts }: RecallStripProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const numbers = {
    agreed: formatNumber(counts.agreed, locale),
    waiting: formatNumber(counts.waiting, locale),
    refused: formatNumber(counts.refused, locale),
  }
  return (
    <section className={`recall${recall.endedAt ? ' recall--ended' : ''}`} aria-label={t('board.recall.name')}>
      <Undo2 className="icon" size={18} aria-hidden="true" />
      <div>
        <p className="recall__sum">
          {recall.endedAt ? t('board.recall.ended', { ...numbers, time: moment(recall.endedAt) }) : t('board.recall.asked', numbers)}
        </p>
        <p className="recall__why">{t('board.recall.why', { reason: recall.reason, time: moment(recall.askedAt) })}</p>
      </div>
    </section>
  )
}
