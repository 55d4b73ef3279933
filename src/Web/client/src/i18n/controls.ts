import { LocalizedStringDictionary } from '@internationalized/string'
import { i18n } from './index'

/**
 * The components that dates, menus and lists are made of bring words for screen readers in many languages, and none of them is
 * Vietnamese: they would speak English in the middle of a Vietnamese page. What stands in our file goes before theirs.
 */
const { getStringForLocale } = LocalizedStringDictionary.prototype

LocalizedStringDictionary.prototype.getStringForLocale = function words(key, locale) {
  const own = `controls.${key}`
  if (!i18n.exists(own)) return getStringForLocale.call(this, key, locale)
  return (values: Record<string, string>) => i18n.t(own, values)
}
