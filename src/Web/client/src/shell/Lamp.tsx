import { useTranslation } from '../i18n'
import { useLink, useStore } from '../live/LiveProvider'
import type { Link } from '../live/link'
import '../components/signs.css'

/** Nothing was lost yet when the page connects for the first time. */
function wordsOf(link: Link): string {
  if (link.name === 'live' || link.name === 'slow') return `line.${link.name}`
  return link.name === 'connecting' && link.first ? 'line.connecting' : 'line.lost'
}

export function Lamp() {
  const { t } = useTranslation()
  const link = useLink()
  const isAway = useStore().name === 'away'
  const look = !isAway && link.name === 'live' ? '' : !isAway && link.name === 'slow' ? ' lamp__light--slow' : ' lamp__light--lost'
  return (
    <span className="lamp">
      <span className={`lamp__light${look}`} aria-hidden="true" />
      <span className="lamp__words">{t(isAway ? 'store.lamp' : wordsOf(link))}</span>
    </span>
  )
}
