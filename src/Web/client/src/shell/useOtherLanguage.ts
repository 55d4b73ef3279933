import { useLocale } from '../i18n'
import { useSession } from './SessionProvider'

/** The language that is not spoken now, and speaking it from now on, on every device of the person. */
export function useOtherLanguage() {
  const locale = useLocale()
  const { me, savePreferences } = useSession()
  const other = locale === 'vi' ? 'en' : 'vi'
  return { other, speak: () => void savePreferences({ ...me.preferences, locale: other }).catch(() => {}) }
}
