import { BellRing, Inbox, Lock, StickyNote } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { time } from '../format/dates'
import { i18n } from '../i18n'
import { useLive } from '../live/LiveProvider'
import { keyOf } from '../live/snapshot'
import { isNote, returnReason, type InboxItem } from '../wire/inbox'
import { announce, announceNow } from './announcer'
import { itemHref } from './itemHref'
import { notices, type Words } from './notices'
import { useSession } from './SessionProvider'
import { desktopNoticesOn } from './settings'
import { UrgentNotice } from './UrgentNotice'
import { useBackOnline } from './useBackOnline'

const isClassified = (item: InboxItem) => item.secrecy !== 'normal'

/** Own drafts moving along are no news to the person who moved them. */
const noticed = new Set<InboxItem['reason']>(['delivery', 'present', 'lead', 'coordinate', 'inform', 'note', 'review', 'sign', 'number', 'returned', 'recall', 'escalated', 'mention'])

/** A catch-up may bring hundreds: beyond this many one toast counts them, and the bell lists them. */
const toastsAtOnceMax = 3

function titleOf(item: InboxItem): Words {
  if (isClassified(item)) return { key: 'words.classifiedNotice', params: { count: 1 } }
  if (item.reason === 'note') return { key: 'toasts.newNote', params: { from: item.from } }
  if (item.reason === 'mention') return { key: 'toasts.newMention', params: { from: item.from } }
  if (item.symbol && returnReason(item)) return { key: 'toasts.cameBack', params: { symbol: item.symbol } }
  if (item.symbol) return { key: 'toasts.newDocument', params: { symbol: item.symbol } }
  return { key: 'toasts.newDocumentNoSymbol', params: { box: i18n.t(`words.boxes.${item.box}`) } }
}

/** Turns arrivals into toasts, the bell's list, sentences for screen readers and desktop notices. */
export function ArrivalNotices() {
  const { inbox } = useLive()
  const { me } = useSession()
  const [, go] = useLocation()
  const [urgent, setUrgent] = useState<InboxItem[]>([])
  const spoken = useRef(new Map<string, number>())
  const { cameWhileAway } = useBackOnline()

  useEffect(() => {
    const say = (items: InboxItem[]) => {
      for (const item of items) spoken.current.set(item.box, (spoken.current.get(item.box) ?? 0) + 1)
      announce(() => {
        const sums = [...spoken.current]
        spoken.current.clear()
        return sums.map(([box, count]) => i18n.t('toasts.polite', { count, box: i18n.t(`words.boxes.${box}`) })).join('. ')
      })
    }
    const toast = (item: InboxItem) => {
      const classified = isClassified(item)
      notices.toast({
        icon: classified ? Lock : isNote(item) ? StickyNote : Inbox,
        tone: classified ? 'classified' : 'info',
        title: titleOf(item),
        text: classified ? { key: 'words.classifiedText' } : { key: 'toasts.from', params: { from: item.from, time: time(item.arrivedAt) } },
        action: { words: { key: 'toasts.open' }, run: () => go(itemHref(item)) },
        mergeKey: classified ? 'classified' : keyOf(item),
        sticky: false,
      })
    }
    const toastAll = (items: InboxItem[]) => {
      if (items.length <= toastsAtOnceMax) return items.forEach(toast)
      notices.toast({ icon: Inbox, tone: 'info', title: { key: 'toasts.politeMany', params: { count: items.length } }, sticky: false })
    }
    const onDesktop = (items: InboxItem[]) => {
      if (!desktopNoticesOn() || !document.hidden) return
      const one = items.length === 1 && !isClassified(items[0]!) ? items[0]! : null
      const title = one ? titleOf(one) : { key: 'words.classifiedNotice', params: { count: items.length } }
      new Notification(i18n.t(title.key, title.params), { body: one ? one.from : i18n.t('words.classifiedText'), tag: 'arrivals' })
    }
    const remind = (item: InboxItem) => {
      const classified = isClassified(item)
      notices.toast({
        icon: BellRing,
        tone: classified ? 'classified' : 'warn',
        title: classified ? titleOf(item) : { key: 'toasts.reminded', params: { symbol: item.symbol ?? item.from } },
        text: classified ? { key: 'words.classifiedText' } : { key: 'toasts.from', params: { from: item.from, time: time(item.remindedAt!) } },
        action: { words: { key: 'toasts.open' }, run: () => go(itemHref(item)) },
        mergeKey: `reminded ${keyOf(item)}`,
        sticky: true,
      })
    }
    return inbox.onArrivals(({ items, whileAway, reminded }) => {
      reminded.forEach(remind)
      const fresh = items.filter((item) => noticed.has(item.reason) && !item.readBy.includes(me.official.id))
      if (fresh.length === 0) return
      notices.arrived(fresh.map((item) => ({
        id: `${keyOf(item)}@${item.position}`,
        at: item.arrivedAt,
        href: itemHref(item),
        title: isClassified(item) ? titleOf(item) : (item.symbol ?? titleOf(item)),
        text: isClassified(item) ? '' : item.abstract,
        classified: isClassified(item),
      })))
      say(fresh)
      onDesktop(fresh)
      if (!whileAway || !cameWhileAway(fresh.length)) toastAll(fresh.filter((item) => item.urgency !== 'immediate'))
      const immediate = fresh.filter((item) => item.urgency === 'immediate')
      if (immediate.length > 0) {
        announceNow(i18n.t('toasts.urgentArrived'))
        setUrgent((shown) => [...shown, ...immediate])
      }
    })
  }, [inbox, me.official.id, go, cameWhileAway])

  return (
    urgent.length > 0 && <UrgentNotice items={urgent} onAcknowledged={() => setUrgent((shown) => shown.slice(1))} />
  )
}
