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
  const party = isParty(view)
  const addressed = view.sentTo?.addressed ?? []
  const sign = view.signer && (
    <div className="paper__sign">
      <p className="paper__capacity">
        {t(`words.${party ? 'capacityMarks' : 'capacityMarksState'}.${view.signer.capacity}`)}
        {view.signer.capacity === 'forCollective' && view.unit.name}
      </p>
      <p>{view.signer.title}</p>
      <p className="paper__seal">
        {t('paper.signed')}
        <br />
        {fullDate(view.signer.at)} {new Date(view.signer.at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })}
      </p>
      <p className="paper__capacity">{view.signer.name}</p>
    </div>
  )
  return (
    <article className="paper" lang="vi">
      <PaperHead document={view} />
      {addressed.length > 0 && <Addressed names={addressed} party={party} />}
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
      {view.sentTo && (
        <footer className="paper__foot">
          <div className="paper__recipients">
            <p className={party ? 'paper__recipients-party' : 'paper__recipients-state'}>{t('paper.recipients')}</p>
            {view.sentTo.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          {sign}
        </footer>
      )}
      {!view.sentTo && sign && <footer className="paper__foot">{sign}</footer>}
    </article>
  )
}

/** One stands in the line of the word, several each in a line of its own below its colon: as on the printed sheet. */
function Addressed({ names, party }: { names: string[]; party: boolean }) {
  const { i18n } = useTranslation()
  const title = <span className={party ? 'paper__addressed-party' : undefined}>{i18n.getFixedT('vi')('paper.addressed')}</span>
  if (names.length === 1) {
    return (
      <p className="paper__addressed">
        {title} {names[0]}
      </p>
    )
  }
  const end = (at: number) => (at === names.length - 1 ? '.' : party ? ',' : ';')
  return (
    <div className="paper__addressed">
      <p>{title}</p>
      <ul>
        {names.map((name, at) => (
          <li key={name}>
            - {name}
            {end(at)}
          </li>
        ))}
      </ul>
    </div>
  )
}
