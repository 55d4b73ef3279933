import { BellRing, Inbox, Lock, Moon, StickyNote } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { moment, time } from '../format/dates'
import { i18n } from '../i18n'
import { useLive } from '../live/LiveProvider'
import { keyOf } from '../live/snapshot'
import { isClassified } from '../wire/documents'
import { isNote, returnReason, type InboxItem } from '../wire/inbox'
import { announce, announceNow } from './announcer'
import { busiestBox } from './boxes'
import { showOnDesktop } from './desktopNotices'
import { itemHref } from './itemHref'
import { notices, type Words } from './notices'
import { useSession } from './SessionProvider'
import { UrgentNotice } from './UrgentNotice'
import { useBackOnline } from './useBackOnline'
import { useQuietHours } from './useQuietHours'
import { useUnseen } from './useUnseen'
import { useUrgent } from './useUrgent'

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

function remind(item: InboxItem, go: (href: string) => void) {
  const classified = isClassified(item)
  const title = classified ? titleOf(item) : { key: 'toasts.reminded', params: { symbol: item.symbol ?? item.from } }
  notices.toast({
    icon: BellRing,
    tone: classified ? 'classified' : 'warn',
    title,
    text: classified ? { key: 'words.classifiedText' } : { key: 'toasts.from', params: { from: item.from, time: time(item.remindedAt!) } },
    action: { words: { key: 'toasts.open' }, run: () => go(itemHref(item)) },
    mergeKey: `reminded ${keyOf(item)}`,
    sticky: true,
  })
  showOnDesktop([item], () => title, go, 'reminders')
}

/** Turns arrivals into toasts, the bell's list, sentences for screen readers and desktop notices. */
export function ArrivalNotices() {
  const { inbox } = useLive()
  const { me } = useSession()
  const [, go] = useLocation()
  useUnseen()
  const { urgent, tell: tellUrgent, acknowledged } = useUrgent()
  const spoken = useRef(new Map<string, number>())
  const { cameWhileAway } = useBackOnline()
  const { hold } = useQuietHours(({ count, reminded }) => {
    // Whoever comes in the morning finds it: it stays until it is handled.
    if (count > 0) notices.toast({ icon: Moon, tone: 'info', title: { key: 'toasts.quietEnded', params: { count } }, mergeKey: 'quiet', sticky: true })
    reminded.forEach((item) => remind(item, go))
  })

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
        sums: classified,
        sticky: false,
      })
    }
    const toastAll = (items: InboxItem[]) => {
      if (items.length <= toastsAtOnceMax) return items.forEach(toast)
      const since = items.map(({ arrivedAt }) => arrivedAt).sort()[0]!
      notices.toast({
        icon: Inbox,
        tone: 'info',
        title: { key: 'toasts.politeMany', params: { count: items.length } },
        text: { key: 'toasts.since', params: { time: moment(since) } },
        action: { words: { key: 'toasts.see' }, run: () => go(`/inbox/${busiestBox(items)}`) },
        sticky: false,
      })
    }
    const onDesktop = (items: InboxItem[]) => showOnDesktop(items, titleOf, go)
    return inbox.onArrivals(({ items, whileAway, reminded }) => {
      const fresh = items.filter((item) => noticed.has(item.reason) && !item.readBy.includes(me.official.id))
      const immediate = fresh.filter((item) => item.urgency === 'immediate')
      const others = fresh.filter((item) => item.urgency !== 'immediate')
      const toldBefore = fresh.length > 0 && whileAway && cameWhileAway(fresh)
      const quiet = hold(toldBefore ? 0 : others.length, reminded)
      if (!quiet) reminded.forEach((item) => remind(item, go))
      if (fresh.length === 0) return
      notices.arrived(fresh.map((item) => ({
        id: `${keyOf(item)}@${item.position}`,
        item: keyOf(item),
        at: item.arrivedAt,
        href: itemHref(item),
        title: isClassified(item) ? titleOf(item) : (item.symbol ?? titleOf(item)),
        text: isClassified(item) ? '' : item.abstract,
        classified: isClassified(item),
      })))
      const told = quiet ? immediate : fresh
      if (told.length > 0) {
        say(told)
        onDesktop(told)
      }
      if (!toldBefore && !quiet) toastAll(others)
      if (immediate.length > 0) {
        announceNow(i18n.t('toasts.urgentArrived'))
        tellUrgent(immediate)
      }
    })
  }, [inbox, me.official.id, go, cameWhileAway, hold, tellUrgent])

  return (
    urgent.length > 0 && <UrgentNotice items={urgent} onAcknowledged={acknowledged} />
  )
}
