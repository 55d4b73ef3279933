import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { InboxItem } from '../../wire/inbox'
import { InboxRow } from './InboxRow'

vi.mock('./RowMenu', () => ({ RowMenu: () => null }))

const item: InboxItem = {
  seat: 7, subject: 's11', reason: 'delivery', box: 'waitingReceipt', position: 1, arrivedAt: '2026-11-23T07:06:00Z', readBy: [],
  urgency: 'normal', secrecy: 'normal', overdue: false, dueOn: '2099-12-31', documentId: 'd1', deliveryId: 'v1',
  symbol: '412-CV/BTC', documentType: 'CV', abstract: 'V/v hoàn thiện hồ sơ nhân sự', from: 'Ban Tổ chức Tỉnh ủy',
}

function show(change: Partial<Parameters<typeof InboxRow>[0]> = {}) {
  const events = { onSelect: vi.fn(), onOpen: vi.fn(), onMark: vi.fn(), onMenu: vi.fn(), onDone: vi.fn() }
  render(
    <div role="grid">
      <InboxRow
        item={item} unread={false} selected={false} marked={false} marking={false} tabStop pane waits={null} rowIndex={1} menuOpen={false} {...events} {...change}
      />
    </div>,
  )
  return { ...events, link: screen.getByRole('link') }
}
const name = () => screen.getByRole('link')

describe('a row of the inbox', () => {
  it('says in its name that it is unread, and nothing once it is read', () => {
    show({ unread: true })
    expect(name().textContent).toMatch(/^chưa đọc/)
  })

  it('says nothing of the kind once it is read', () => {
    show()
    expect(name().textContent).not.toContain('chưa đọc')
  })

  it('carries symbol, sender, abstract and deadline in one link', () => {
    expect(show().link).toHaveProperty('textContent', expect.stringMatching(/412-CV\/BTC.*Ban Tổ chức Tỉnh ủy.*V\/v hoàn thiện hồ sơ nhân sự.*Còn [\d.]+ ngày/))
  })

  it('says who sent a document back, and why', () => {
    const back: InboxItem = { ...item, reason: 'returned', box: 'returned', from: 'Tỉnh ủy Lai Châu', note: 'Gửi nhầm địa chỉ' }
    expect(show({ item: back }).link.textContent).toMatch(/Tỉnh ủy Lai Châu.*hồ sơ nhân sự.*\(Gửi nhầm địa chỉ\)/)
  })

  it('says why work lies here again', () => {
    const again: InboxItem = { ...item, reason: 'present', box: 'waitingMe', from: 'Lò Thị Mai', note: 'Không thuộc lĩnh vực' }
    expect(show({ item: again }).link.textContent).toMatch(/Lò Thị Mai.*hồ sơ nhân sự.*\(bị trả lại: Không thuộc lĩnh vực\)/)
  })

  it.each([['urgent', 'Khẩn', 1], ['veryUrgent', 'Thượng khẩn', 2], ['immediate', 'Hỏa tốc', 3]] as const)(
    'marks %s with its word and as many chevrons', (urgency, word, chevrons) => {
      show({ item: { ...item, urgency } })
      const chip = screen.getByText(word)
      expect(chip.querySelectorAll('path')).toHaveLength(chevrons)
    })

  it('puts the secrecy stamp right of the urgency', () => {
    show({ item: { ...item, urgency: 'urgent', secrecy: 'confidential' } })
    expect(screen.getByText('Khẩn').compareDocumentPosition(screen.getByText('Mật'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it('leads to the document as it came to the unit that the row is of', () => {
    expect(show().link.getAttribute('href')).toBe('/documents/d1?from=waitingReceipt&delivery=v1')
  })

  it('shows no chip for what is neither urgent nor secret', () => {
    show()
    expect(document.querySelector('.urgency, .secrecy')).toBeNull()
  })

  it.each([['queued', 'Chờ gửi'], ['unknown', 'Chưa rõ kết quả']] as const)('puts "%s" in the place of the deadline', (waits, words) => {
    show({ waits })
    expect(name().textContent).toContain(words)
    expect(name().textContent).not.toContain('Còn')
  })

  it('keeps its deadline when its sender reminded of it', () => {
    const { link } = show({ item: { ...item, dueOn: '2020-01-31', overdue: true, remindedAt: '2026-11-23T07:06:00Z' } })
    expect(link.textContent).toMatch(/Đã nhắc.*Quá hạn [\d.]+ ngày/)
  })

  it('shows the pane on a click and opens the page on Enter', async () => {
    const { link, onSelect, onOpen } = show()
    await userEvent.click(link)
    expect(onSelect).toHaveBeenCalledOnce()
    expect(onOpen).not.toHaveBeenCalled()
    link.focus()
    await userEvent.keyboard('{Enter}')
    expect(onOpen).toHaveBeenCalledOnce()
  })
})
