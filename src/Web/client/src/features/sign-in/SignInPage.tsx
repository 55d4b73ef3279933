import { useEffect } from 'react'
import { i18n, useLocale, useTranslation } from '../../i18n'
import { Mark } from '../../shell/Mark'
import { LiveRegions } from '../../shell/LiveRegions'
import type { Me } from '../../wire/session'
import { SignInForm } from './SignInForm'
import { StoreLine } from './StoreLine'
import './sign-in.css'

export function SignInPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  useEffect(() => {
    document.title = `${t('signIn.title')} – ${t('shell.product')}`
  }, [t])
  return (
    <main className="sign-in">
      <div className="sign-in__panel">
        <p className="sign-in__mark">
          <Mark />
          {t('shell.product')}
        </p>
        <h1 className="page-title">{t('signIn.title')}</h1>
        <StoreLine />
        <SignInForm onSignedIn={onSignedIn} />
        <button type="button" className="link-button" lang={locale === 'vi' ? 'en' : 'vi'} onClick={() => void i18n.changeLanguage(locale === 'vi' ? 'en' : 'vi')}>
          {t('signIn.otherLanguage')}
        </button>
      </div>
      <LiveRegions />
    </main>
  )
}
