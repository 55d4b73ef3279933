import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import '../../i18n'
import type { FoundDocument, SearchPage as Found } from '../../wire/registers'
import SearchPage from './SearchPage'

vi.mock('../../shell/media', () => ({ useIsPhone: () => false }))
vi.mock('../../shell/PhoneBar', () => ({ PhoneBar: () => null }))
const wire = vi.hoisted(() => ({ search: vi.fn() }))
vi.mock('../../wire/api', () => ({ api: wire }))

const items = Array.from({ length: 50 }, (_, index): FoundDocument => ({
  documentId: `d${index}`, symbol: null, type: 'CV', abstract: 'Báo cáo tuần', from: 'Tỉnh ủy', state: 'issued', urgency: 'normal', secrecy: 'normal', at: '2026-11-29T01:00:00Z',
}))

async function show(page: Found) {
  history.replaceState(null, '', '/search?q=bao+cao')
  wire.search.mockResolvedValue(page)
  render(<QueryClientProvider client={new QueryClient()}><SearchPage /></QueryClientProvider>)
  return (await screen.findByRole('heading', { level: 1 })).textContent
}

it('says how many were found', async () => {
  await show({ total: 120, more: false, left: false, items })
  expect(await screen.findByText(/Đang hiện 50 trên 120\./)).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tìm “bao cao” 120')
})

it('says of what nobody counts further that there is more', async () => {
  await show({ total: 200, more: true, left: false, items })
  expect(await screen.findByText(/Đang hiện 50 trong hơn 200\./)).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tìm “bao cao” hơn 200')
})

it('says how to look when nothing was found', async () => {
  await show({ total: 0, more: false, left: false, items: [] })
  expect(await screen.findByText(/từ cuối có thể viết dở/)).toBeTruthy()
})

it('says when documents with a number were not looked at', async () => {
  await show({ total: 1, more: false, left: true, items: items.slice(0, 1) })
  expect(await screen.findByText(/Thêm ký hiệu để thu hẹp/)).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tìm “bao cao” 1')
})
