import { useTranslation } from '../i18n'
import { useLink, useStore } from '../live/LiveProvider'
import '../components/signs.css'

export function Lamp() {
  const { t } = useTranslation()
  const link = useLink()
  const store = useStore()
  const [look, words] =
    store.name === 'away' ? [' lamp__light--lost', t('store.lamp')] : link.name === 'live' ? ['', t('line.live')] : link.name === 'slow' ? [' lamp__light--slow', t('line.slow')] : [' lamp__light--lost', t('line.lost')]
  return (
    <span className="lamp">
      <span className={`lamp__light${look}`} aria-hidden="true" />
      <span className="lamp__words">{words}</span>
    </span>
  )
}
