import { Link2 } from 'lucide-react'
import { Link } from 'wouter'
import { fullDay } from '../../format/dates'
import { useTranslation } from '../../i18n'
import type { DocumentLink, DocumentView } from '../../wire/documents'
import '../board/recall.css'

/** What replaces or corrects the document stands above it: nobody shall work by a paper that is no longer in force. */
export function Links({ view }: { view: DocumentView }) {
  const { t } = useTranslation()
  if (view.links.length === 0) return null
  return (
    <section className={`recall${view.state === 'replaced' ? '' : ' recall--ended'}`} aria-label={t('documents.links.name')}>
      <Link2 className="icon" size={18} aria-hidden="true" />
      <ul className="recall__links">
        {view.links.map((link) => (
          <li key={`${link.kind}${link.at}${link.id ?? ''}`}>
            <LinkLine link={link} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LinkLine({ link }: { link: DocumentLink }) {
  const { t } = useTranslation()
  if (!link.id) return <>{t(`documents.links.${link.kind}Unseen`)}</>
  return (
    <>
      {t(`documents.links.${link.kind}`)}{' '}
      <Link href={`/documents/${link.id}`} className="link-button">
        {link.symbol ?? t('documents.noSymbol')}
      </Link>
      {link.documentDate && ` ${t('documents.links.on', { date: fullDay(link.documentDate) })}`}
    </>
  )
}
