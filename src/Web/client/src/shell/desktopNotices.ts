import { i18n } from '../i18n'
import { isClassified } from '../wire/documents'
import type { InboxItem } from '../wire/inbox'
import { busiestBox } from './boxes'
import { itemHref } from './itemHref'
import type { Words } from './notices'
import { desktopNoticesOn } from './settings'

interface Shown {
  title: string
  body: string
  /** Where a click on it leads. */
  href: string
}

function shownOf(items: readonly InboxItem[], titleOf: (item: InboxItem) => Words): Shown {
  const first = items[0]!
  const secretText = i18n.t('words.classifiedText')
  if (items.length === 1) {
    const { key, params } = titleOf(first)
    return { title: i18n.t(key, params), body: isClassified(first) ? secretText : first.from, href: itemHref(first) }
  }
  const allClassified = items.every(isClassified)
  return {
    title: i18n.t(allClassified ? 'words.classifiedNotice' : 'toasts.politeMany', { count: items.length }),
    body: allClassified ? secretText : [...new Set(items.map(({ box }) => i18n.t(`words.boxes.${box}`)))].join(', '),
    href: `/inbox/${busiestBox(items)}`,
  }
}

/**
 * Tells of items outside the page, where its person wants that on this device and does not look at the page. One of a kind
 * takes the place of the one before it, and is told anew; what is immediate stays until somebody has answered it.
 */
export function showOnDesktop(items: readonly InboxItem[], titleOf: (item: InboxItem) => Words, go: (href: string) => void, kind = 'arrivals'): void {
  if (items.length === 0 || !desktopNoticesOn() || !document.hidden) return
  const immediate = items.some(({ urgency }) => urgency === 'immediate')
  const { title, body, href } = shownOf(items, titleOf)
  // The library's types do not know renotify: without it one replaces the other without a sound.
  const options: NotificationOptions & { renotify: boolean } = { body, tag: immediate ? `${kind} immediate` : kind, renotify: true, requireInteraction: immediate }
  try {
    const notice = new Notification(title, options)
    notice.onclick = () => {
      window.focus()
      notice.close()
      go(href)
    }
  } catch {
    // Chrome on Android knows the word and refuses it to pages; the toasts in the page tell the same.
  }
}
