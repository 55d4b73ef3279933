import { useEffect, useState } from 'react'
import { Button } from '../../components/Button'
import { useTranslation } from '../../i18n'

/** An exchange of states takes less; what is then still not saved will not be. */
const exchangedMs = 3_000

/** The draft was locked before what was typed here reached it: the text stays on its writer's screen until it is given up. */
export function NotTaken({ onGiveUp }: { onGiveUp: () => void }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), exchangedMs)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <div className="callout callout--warn drafting__not-taken" role="alert">
      <p>{t('drafting.notTaken')}</p>
      <Button small onClick={onGiveUp}>{t('drafting.giveUp')}</Button>
    </div>
  )
}
