import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../i18n'
import type { InboxItem } from '../wire/inbox'
import { showOnDesktop } from './desktopNotices'
import { setDesktopNoticesOn } from './settings'

interface Shown {
  title: string
  options: NotificationOptions & { renotify?: boolean }
  onclick?: () => void
}
let shown: Shown[]

const item = (at: number, more: Partial<InboxItem> = {}): InboxItem => ({
  seat: 1, subject: `s${at}`, reason: 'delivery', box: 'waitingReceipt', position: at, arrivedAt: '2026-11-23T07:00:00Z', readBy: [],
  urgency: 'normal', secrecy: 'normal', overdue: false, documentId: `d${at}`, symbol: `${at}-CV/TU`, abstract: 'V/v nhân sự', from: 'Tỉnh ủy', ...more,
})
const go = vi.fn()
const tell = (...items: InboxItem[]) => showOnDesktop(items, ({ symbol }) => ({ key: 'toasts.newDocument', params: { symbol: symbol! } }), go)

beforeEach(() => {
  shown = []
  go.mockReset()
  vi.stubGlobal('Notification', class {
    static permission = 'granted'
    close = () => {}
    constructor(title: string, options: NotificationOptions) {
      shown.push(Object.assign(this, { title, options }))
    }
  })
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  vi.spyOn(window, 'focus').mockReturnValue()
  setDesktopNoticesOn(true)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  setDesktopNoticesOn(false)
})

describe('a notice on the desktop', () => {
  it('names the document and who sent it, and opens it', () => {
    tell(item(1))
    expect(shown).toMatchObject([{ title: 'Văn bản mới: 1-CV/TU', options: { body: 'Tỉnh ủy', renotify: true, requireInteraction: false } }])
    shown[0]!.onclick!()
    expect(window.focus).toHaveBeenCalled()
    expect(go).toHaveBeenCalledWith('/documents/d1?from=waitingReceipt')
  })

  it('of several counts them and names their boxes, and opens the box of most of them', () => {
    tell(item(1), item(2, { box: 'lead' }), item(3, { box: 'lead', secrecy: 'secret' }))
    expect(shown).toMatchObject([{ title: '3 văn bản mới', options: { body: 'Chờ tiếp nhận, Chủ trì' } }])
    shown[0]!.onclick!()
    expect(go).toHaveBeenCalledWith('/inbox/lead')
  })

  it('of classified ones says only that they are there', () => {
    tell(item(1, { secrecy: 'secret' }), item(2, { secrecy: 'confidential' }))
    expect(shown).toMatchObject([{ title: 'Có 2 văn bản cần xử lý', options: { body: 'Nội dung chỉ hiện khi mở trong hệ thống.' } }])
  })

  it('of an immediate one stays until it is answered, and is not replaced by what follows', () => {
    tell(item(1, { urgency: 'immediate' }))
    tell(item(2))
    expect(shown[0]!.options.requireInteraction).toBe(true)
    expect(shown[0]!.options.tag).not.toBe(shown[1]!.options.tag)
  })

  it('is not shown to who looks at the page', () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
    tell(item(1))
    expect(shown).toEqual([])
  })

  it('that the browser refuses to a page loses nothing else', () => {
    vi.stubGlobal('Notification', Object.assign(() => { throw new TypeError('Illegal constructor') }, { permission: 'granted' }))
    expect(() => tell(item(1))).not.toThrow()
  })
})
