import { useQuery } from '@tanstack/react-query'
import { DatabaseZap } from 'lucide-react'
import { useTranslation } from '../../i18n'
import { isStoreAwayNow } from '../../live/storeWatch'
import './sign-in.css'

const lookMs = 15_000
const lookAgainMs = 4_000

/** Nobody is signed in, so no line tells this page that the server has lost its store: it looks by itself while it is seen. */
export function StoreLine() {
  const { t } = useTranslation()
  const away = useQuery({
    queryKey: ['storeAway'],
    queryFn: isStoreAwayNow,
    refetchInterval: ({ state }) => (state.data ? lookAgainMs : lookMs),
    gcTime: 0,
  })
  return (
    <div role="status" className="sign-in__store" data-store={away.data ? 'away' : undefined}>
      {away.data && (
        <p className="sign-in__store-words">
          <DatabaseZap className="icon" size={18} aria-hidden="true" />
          {t('store.doorWait')}
        </p>
      )}
    </div>
  )
}
