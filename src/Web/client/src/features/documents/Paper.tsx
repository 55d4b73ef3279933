import { useTranslation } from '../../i18n'
import { fullDate } from '../../format/dates'
import type { DocumentView } from '../../wire/documents'
import { isParty } from './useDocument'
import './paper.css'

/** Under the type's own line its name is not said again: "Chỉ thị" over "về …". */
function aboutOf({ abstract, typeName }: DocumentView): string {
  const rest = abstract.slice(typeName.length)
  return abstract.toLocaleLowerCase('vi').startsWith(typeName.toLocaleLowerCase('vi')) && /^\s+v/i.test(rest) ? rest.trim() : abstract
}

/** Documents are written in Vietnamese and stay on paper in both themes. */
export function Paper({ document: view }: { document: DocumentView }) {
  const { t: own, i18n } = useTranslation()
  // The sheet's own words follow the document's language, not the reader's.
  const t = i18n.getFixedT('vi')
  const party = isParty(view.symbol)
  const letter = view.type === 'CV'
  const [year, month, day] = (view.documentDate ?? '').split('-')
  if (view.cancelled) return <p className="paper-none">{own('documents.recall.noCopy')}</p>
  return (
    <article className="paper" lang="vi">
      <header className="paper__head">
        <div>
          <p className="paper__unit">{view.unit.name}</p>
          <p className={party ? 'paper__star' : 'paper__line'} aria-hidden="true">
            {party ? '*' : ''}
          </p>
          <p>
            {view.symbol
              ? party ? t('paper.numberParty', { symbol: view.symbol }) : t('paper.numberState', { symbol: view.symbol })
              : t('paper.numberNone', { type: view.type })}
          </p>
          {letter && <p className="paper__about">{view.abstract}</p>}
        </div>
        <div>
          <p className="paper__nation">{t(party ? 'paper.party' : 'paper.state')}</p>
          {!party && <p className="paper__motto">{t('paper.motto')}</p>}
          <p className="paper__line" aria-hidden="true" />
          <p className="paper__date">
            {year ? t('paper.date', { day, month: Number(month) < 3 ? month : Number(month), year }) : t('paper.dateNone')}
          </p>
        </div>
      </header>
      {!letter && (
        <>
          <h2 className="paper__type">{view.typeName}</h2>
          <p className="paper__abstract">{aboutOf(view)}</p>
        </>
      )}
      <div className="paper__body">
        {view.body.split(/\n+/).filter((line) => line.trim()).map((line, at) => (
          // Paragraphs of a locked text: their place is their identity.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={at}>{line}</p>
        ))}
      </div>
      {view.signer && (
        <footer className="paper__sign">
          <p className="paper__capacity">
            {t(`words.capacityMarks.${view.signer.capacity}`)}
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
