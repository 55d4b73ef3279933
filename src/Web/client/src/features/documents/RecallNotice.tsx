import { Undo2 } from 'lucide-react'
import { moment } from '../../format/dates'
import { personName } from '../../format/names'
import { useTranslation } from '../../i18n'
import type { DeliveryView, DocumentView } from '../../wire/documents'
import { answers } from '../board/board'
import { RecallStrip } from '../board/RecallStrip'
import { useBoard } from '../board/useBoard'

/** What a recall means for whoever looks: the answers for the issuing body, the request and its answer for a recipient. */
export function RecallNotice({ view, delivery }: { view: DocumentView; delivery: DeliveryView | undefined }) {
  if (view.recall) return view.board ? <Live view={view} recall={view.recall} /> : <RecallStrip recall={view.recall} counts={view.recall} />
  return delivery?.recall ? <Request request={delivery.recall} /> : null
}

/** The page was read once; the board's line keeps its numbers. */
function Live({ view, recall }: { view: DocumentView; recall: NonNullable<DocumentView['recall']> }) {
  const board = useBoard(view.id).data
  return board?.recall ? <RecallStrip recall={board.recall} counts={answers(board.totals)} /> : <RecallStrip recall={recall} counts={recall} />
}

function Request({ request }: { request: NonNullable<DeliveryView['recall']> }) {
  const { t } = useTranslation()
  const { answer, answeredAt } = request
  const who = [answeredAt && moment(answeredAt), personName(request.answeredBy)].filter(Boolean).join(', ')
  return (
    <section className={`recall${answer === 'asked' ? '' : ' recall--ended'}`} aria-label={t('documents.recall.name')}>
      <Undo2 className="icon" size={18} aria-hidden="true" />
      <div>
        <p className="recall__sum">
          {answer === 'asked' && t('documents.recall.asked')}
          {answer === 'agreed' && t('documents.recall.agreed', { who })}
          {answer === 'refused' && t('documents.recall.refused', { who, reason: request.refusal ?? '' })}
        </p>
        <p className="recall__why">{t('board.recall.why', { reason: request.reason, time: request.askedAt ? moment(request.askedAt) : '' })}</p>
      </div>
    </section>
  )
}
