import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../i18n'
import type { Link } from '../live/link'
import type { Entry } from '../outbox/outbox'
import { OfflineBanner } from './OfflineBanner'

const held = vi.hoisted(() => ({ link: { name: 'live' } as Link, entries: [] as Entry[], tryNow: vi.fn() }))
vi.mock('../live/LiveProvider', () => ({ useLink: () => held.link, useLive: () => ({ connection: { tryNow: held.tryNow } }) }))
vi.mock('../outbox/OutboxProvider', () => ({ useOutboxEntries: () => held.entries }))

const entry = (phase: Entry['phase'], quiet = false): Entry => ({ command: { key: 'k', path: '/', label: { key: 'acts.register.name' }, quiet }, phase })
const offline = (): Link => ({ name: 'offline', since: Date.parse('2026-11-23T14:09:00+07:00'), attempt: 1, nextTryAt: Date.now() + 3_900 })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  held.link = offline()
  held.entries = []
})

afterEach(() => void vi.useRealTimers())

describe('the offline banner', () => {
  it('is not there while the line holds', () => {
    held.link = { name: 'live' }
    const { container } = render(<OfflineBanner />)
    expect(container.childElementCount).toBe(0)
  })

  it('says since when, what still works, when the next try is, and tries on request', async () => {
    render(<OfflineBanner />)
    expect(screen.getByRole('region', { name: 'Đang kết nối lại' }).textContent).toMatch(/Mất kết nối từ 14:09\. Bạn vẫn đọc và soạn được\..*Thử lại sau 4 giây/)
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại ngay' }))
    expect(held.tryNow).toHaveBeenCalledOnce()
  })

  it('counts the acts that wait, and not what the page reports by itself or still holds back', () => {
    held.entries = [entry({ name: 'waiting' }), entry({ name: 'unknown', since: 0 }), entry({ name: 'waiting' }, true), entry({ name: 'held', sendAt: 0 })]
    render(<OfflineBanner />)
    expect(screen.getByRole('region').textContent).toContain('2 thao tác đang chờ gửi; mỗi thao tác chỉ được ghi một lần.')
  })
})
