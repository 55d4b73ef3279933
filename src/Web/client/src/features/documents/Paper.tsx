import { Link } from 'wouter'
import { useTranslation } from '../../i18n'
import { fullDate } from '../../format/dates'
import type { DocumentView } from '../../wire/documents'
import { PaperHead } from './PaperHead'
import { isParty } from './useDocument'
import { WrittenText } from './WrittenText'
import './paper.css'

/** Documents are written in Vietnamese and stay on paper in both themes. */
export function Paper({ document: view }: { document: DocumentView }) {
  const { t: own, i18n } = useTranslation()
  // The sheet's own words follow the document's language, not the reader's.
  const t = i18n.getFixedT('vi')
  if (view.cancelled) return <p className="paper-none">{own('documents.recall.noCopy')}</p>
  return (
    <article className="paper" lang="vi">
      <PaperHead document={view} />
      {view.together && (view.state === 'drafting' || view.draftRight === 'suggest') && (
        <p className="paper__elsewhere">
          <Link href={`/documents/${view.id}/write`} className="link-button">
            {own(view.state === 'drafting' ? 'documents.openDraft' : 'documents.discussDraft')}
          </Link>
        </p>
      )}
      {view.content ? (
        <WrittenText content={view.content} />
      ) : (
        <div className="paper__body">
          {view.body.split(/\n+/).filter((line) => line.trim()).map((line, at) => (
            // Paragraphs of a locked text: their place is their identity.
            // oxlint-disable-next-line react/no-array-index-key
            <p key={at}>{line}</p>
          ))}
        </div>
      )}
      {view.signer && (
        <footer className="paper__sign">
          <p className="paper__capacity">
            {t(`words.${isParty(view.symbol) ? 'capacityMarks' : 'capacityMarksState'}.${view.signer.capacity}`)}
            {view.signer.capacity === 'forCollective' && view.unit.name}
          </p>
          <p>{view.signer.title}</p>
          <p className="paper__seal">
            {t('paper.signed')}
            <br />
            {fullDate(view.signer.at)} {new Date(view.signer.at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })}
          </p>
          <p className="paper__capacity">{view.signer.name}</p>
        </footer>
      )}
    </article>
  )
}
