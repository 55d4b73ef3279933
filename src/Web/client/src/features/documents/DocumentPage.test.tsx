import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import '../../i18n'
import { listKeyOf } from '../../live/snapshot'
import type { DeliveryView } from '../../wire/documents'
import DocumentPage from './DocumentPage'

const held = vi.hoisted(() => ({
  items: [] as { documentId: string; deliveryId: string; reason: string; seat: number; subject: string; box?: string; arrivedAt?: string }[],
  lists: new Map<string, { keys: string[] }>(),
}))
vi.mock('../../live/LiveProvider', () => ({ useInbox: () => ({ items: new Map(held.items.map((item) => [item.subject, item])), lists: held.lists }) }))
vi.mock('../../shell/media', () => ({ useIsPhone: () => false, useIsNarrow: () => false }))
vi.mock('./useOpened', () => ({ useOpened: () => {} }))
vi.mock('./useLiveDocument', () => ({
  useLiveDocument: () => ({
    data: {
      id: 'd1', type: 'CT', typeName: 'Chỉ thị', abstract: 'V/v', urgency: 'normal', secrecy: 'normal', state: 'issued', unit: { id: 'u', name: 'Văn phòng' },
      author: { name: 'Lê Minh Châu' }, deliveries: [{ id: 'v1' }, { id: 'v2' }], files: [], comments: [], actions: [], history: [],
    },
  }),
}))
vi.mock('./ActionBar', () => ({ ActionBar: ({ delivery }: { delivery: DeliveryView }) => <input aria-label={`việc của ${delivery.id}`} /> }))
vi.mock('./Links', () => ({ Links: () => null }))
vi.mock('./RecallNotice', () => ({ RecallNotice: () => null }))
vi.mock('./Paper', () => ({ Paper: () => null }))
vi.mock('./FileList', () => ({ FileList: () => null }))
vi.mock('./Travel', () => ({ Travel: () => null }))
vi.mock('./Conversation', () => ({ Conversation: () => null }))

const item = (deliveryId: string) => ({ documentId: 'd1', deliveryId, reason: 'work', seat: 7, subject: deliveryId })
const address = () => location.pathname + location.search
const bar = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^việc của/ })

describe('going back from a document', () => {
  it.each([
    ['the list of the box that was filtered', '?box=lead&filter=unread', 'Chủ trì', '/inbox/lead?filter=unread'],
    ['the page of the register', '?delivery=v1&back=%2Fregisters%2Fincoming%3Fpage%3D2', 'Sổ văn bản đến', '/registers/incoming?page=2'],
    ['what was searched', '?back=%2Fsearch%3Fq%3Dh%25E1%25BB%258Fa', 'Kết quả tìm', '/search?q=h%E1%BB%8Fa'],
    ['the box that it lies in, where a link names none', '', 'Phối hợp', '/inbox/coordinate'],
  ])('leads to %s', async (_, query, name, href) => {
    held.items = [{ ...item('v1'), box: 'coordinate' }]
    history.replaceState(null, '', `/documents/d1${query}`)
    render(<DocumentPage documentId="d1" />)
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(href)
    await userEvent.keyboard('{Escape}')
    expect(address()).toBe(href)
  })

  it('goes on among the unread from where the document stood that is read by now', async () => {
    const stood = (at: number, documentId: string) => ({ ...item(`v${at}`), documentId, arrivedAt: `2026-11-23T07:0${at}:00Z` })
    held.items = [stood(3, 'd3'), stood(2, 'd1'), stood(1, 'd0')]
    held.lists.set(listKeyOf('lead', 'unread'), { keys: ['v3', 'v1'] })
    history.replaceState(null, '', '/documents/d1?box=lead&filter=unread')
    render(<DocumentPage documentId="d1" />)
    await userEvent.keyboard(']')
    expect(address()).toBe('/documents/d0?delivery=v1&box=lead&filter=unread')
  })
})

describe('a document that came to two units of one person', () => {
  it('shows the acts of the delivery that its address names', () => {
    held.items = [item('v1'), item('v2')]
    history.replaceState(null, '', '/documents/d1?delivery=v2')
    render(<DocumentPage documentId="d1" />)
    expect(bar().getAttribute('aria-label')).toBe('việc của v2')
  })

  it('goes on in the box from the delivery that is shown, to the other one of the same document and past it', async () => {
    held.items = [item('v1'), item('v2'), { ...item('v3'), documentId: 'd2' }]
    held.lists.set(listKeyOf('waitingMe', 'all'), { keys: ['v1', 'v2', 'v3'] })
    history.replaceState(null, '', '/documents/d1?box=waitingMe&delivery=v1')
    render(<DocumentPage documentId="d1" />)
    await userEvent.keyboard(']')
    expect(bar().getAttribute('aria-label')).toBe('việc của v2')
    await userEvent.keyboard(']')
    expect(location.pathname + location.search).toBe('/documents/d2?delivery=v3&box=waitingMe')
  })

  it('keeps no form of one delivery when the page goes over to the other', async () => {
    held.items = [item('v1'), item('v2')]
    history.replaceState(null, '', '/documents/d1')
    const { rerender } = render(<DocumentPage documentId="d1" />)
    await userEvent.type(bar(), 'Giao Văn phòng')
    held.items = [item('v2')]
    rerender(<DocumentPage documentId="d1" />)
    expect(bar().getAttribute('aria-label')).toBe('việc của v2')
    expect(bar().value).toBe('')
  })
})
