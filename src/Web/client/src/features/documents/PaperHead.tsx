import { useTranslation } from '../../i18n'
import type { DocumentView } from '../../wire/documents'
import { isParty } from './useDocument'
import './paper.css'

/** Under the type's own line its name is not said again: "Chỉ thị" over "về …". */
function aboutOf({ abstract, typeName }: DocumentView): string {
  const rest = abstract.slice(typeName.length)
  return abstract.toLocaleLowerCase('vi').startsWith(typeName.toLocaleLowerCase('vi')) && /^\s+v/i.test(rest) ? rest.trim() : abstract
}

/** What stands above the text of a document: body, number, organisation, date, type, abstract. */
export function PaperHead({ document: view }: { document: DocumentView }) {
  const { i18n } = useTranslation()
  // The sheet's own words follow the document's language, not the reader's.
  const t = i18n.getFixedT('vi')
  const party = isParty(view)
  const letter = view.type === 'CV'
  const [year, month, day] = (view.documentDate ?? '').split('-')
  return (
    <>
      <header className="paper__head">
        <div>
          <p className="paper__unit">{view.unit.name}</p>
          <p className={party ? 'paper__star' : 'paper__line'} aria-hidden="true">
            {party ? '*' : ''}
          </p>
          <p>
            {view.symbol
              ? party ? t('paper.numberParty', { symbol: view.symbol }) : t('paper.numberState', { symbol: view.symbol })
              : t(party ? 'paper.numberNone' : 'paper.numberNoneState', { type: view.type })}
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
    </>
  )
}
