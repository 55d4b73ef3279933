import { LocalizedStringFormatter } from '@internationalized/string'
import { i18n } from './index'

/**
 * The components that dates, menus and lists are made of bring words for screen readers in many languages, and none of them is
 * Vietnamese: they would speak English in the middle of a Vietnamese page. What stands in our file goes before theirs. Only
 * where words are said: their dictionaries are also read for what stands in the empty parts of a date.
 */
const { format } = LocalizedStringFormatter.prototype

LocalizedStringFormatter.prototype.format = function words(key, variables) {
  const own = `controls.${key}`
  return i18n.exists(own) ? i18n.t(own, variables) : format.call(this, key, variables)
}
