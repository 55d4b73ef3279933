import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'
import './sign-in.css'

export function ServerAway({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <main className="sign-in">
      <div className="sign-in__panel">
        <h1 className="page-title">{t('signIn.awayTitle')}</h1>
        <p>{t('signIn.awayText')}</p>
        <Button tone="primary" onClick={onRetry}>
          {t('line.tryNow')}
        </Button>
      </div>
    </main>
  )
}
