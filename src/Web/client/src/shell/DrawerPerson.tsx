import { Keyboard, Languages, LogOut, SlidersHorizontal, type LucideIcon } from 'lucide-react'
import { flushSync } from 'react-dom'
import { Link } from 'wouter'
import { Avatar } from '../components/signs'
import { useTranslation } from '../i18n'
import { useSession } from './SessionProvider'
import { useShell } from './shellContext'
import { UnitSwitch } from './UnitSwitch'
import { useOtherLanguage } from './useOtherLanguage'

/** Who is signed in, and for which unit. */
export function DrawerHead({ onLeave }: { onLeave: () => void }) {
  const { me } = useSession()
  return (
    <div className="drawer__head">
      <Avatar id={me.official.id} name={me.official.name} />
      <div className="drawer__who">
        <b>{me.official.name}</b>
        <UnitSwitch onChosen={onLeave} />
      </div>
    </div>
  )
}

interface EntryProps {
  icon: LucideIcon
  words: string
  lang?: string
  onPress: () => void
}

function Entry({ icon: Icon, words, lang, onPress }: EntryProps) {
  return (
    <li>
      <button type="button" className="rail__row drawer__row" onClick={onPress}>
        <Icon className="icon" size={18} aria-hidden="true" />
        <span className="rail__name" lang={lang}>{words}</span>
      </button>
    </li>
  )
}

/** The entries of the person's menu in the top bar. */
export function DrawerEntries({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  const { me } = useSession()
  const { showKeys, signOut } = useShell()
  const { other, speak } = useOtherLanguage()
  const then = (act: () => void) => () => {
    // The drawer is gone and the focus back before a dialog notes where it came from.
    flushSync(onLeave)
    act()
  }
  return (
    <section className="drawer__person">
      <h2 className="rail__head">{t('shell.person', { name: me.official.name })}</h2>
      <ul>
        <li>
          <Link href="/preferences" className="rail__row" onClick={onLeave}>
            <SlidersHorizontal className="icon" size={18} aria-hidden="true" />
            <span className="rail__name">{t('shell.preferences')}</span>
          </Link>
        </li>
        <Entry icon={Languages} words={t('signIn.otherLanguage')} lang={other} onPress={then(speak)} />
        <Entry icon={Keyboard} words={t('shell.keys')} onPress={then(showKeys)} />
        <Entry icon={LogOut} words={t('shell.signOut')} onPress={then(() => signOut('here'))} />
      </ul>
    </section>
  )
}
