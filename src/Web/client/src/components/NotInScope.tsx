import { Link } from 'wouter'
import { useTranslation } from '../i18n'
import './refusal.css'

/** Missing and forbidden are one sentence. */
export function NotInScope() {
  const { t } = useTranslation()
  return (
    <div className="not-found">
      <h1 className="page-title" tabIndex={-1}>
        {t('notFound.title')}
      </h1>
      <p>{t('notFound.why')}</p>
      <p>{t('notFound.todo')}</p>
      <div className="not-found__ways">
        <Link href="/" className="button">
          {t('notFound.toInbox')}
        </Link>
        <Link href="/registers/incoming" className="button button--quiet">
          {t('notFound.toRegister')}
        </Link>
      </div>
    </div>
  )
}
