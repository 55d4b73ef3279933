import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'
import { isStoreAway } from '../../wire/refusal'
import './sign-in.css'

export function ServerAway({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const storeAway = isStoreAway(error)
  return (
    <main className="sign-in">
      <div className="sign-in__panel">
        <h1 className="page-title">{storeAway ? t('store.doorTitle') : t('signIn.awayTitle')}</h1>
        <p>{storeAway ? t('store.doorText') : t('signIn.awayText')}</p>
        <Button tone="primary" onClick={onRetry}>
          {t('line.tryNow')}
        </Button>
      </div>
    </main>
  )
}
