import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Locale } from '../wire/session'

type Tree = { [key: string]: string | Tree }
const files = import.meta.glob<Tree>('./*/*.json', { eager: true, import: 'default' })

function bundle(locale: Locale): Tree {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`./${locale}/`))
      .map(([path, tree]) => [path.split('/')[2]!.replace('.json', ''), tree]),
  )
}

export const resources: Record<Locale, { translation: Tree }> = {
  vi: { translation: bundle('vi') },
  en: { translation: bundle('en') },
}

void i18next.use(initReactI18next).init({
  resources,
  lng: 'vi',
  fallbackLng: 'vi',
  supportedLngs: ['vi', 'en'],
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  returnNull: false,
  showSupportNotice: false,
})

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language
})

export function useLocale(): Locale {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'vi'
}

export { useTranslation }
export const i18n = i18next
