import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import '../i18n'
import { Outbox } from '../outbox/outbox'
import { notices } from './notices'
import { OutboxNotices } from './OutboxNotices'
import { Toasts } from './Toasts'

const held = vi.hoisted(() => ({ outbox: null as unknown }))
vi.mock('../outbox/OutboxProvider', async () => {
  const { useSyncExternalStore } = await import('react')
  const outbox = () => held.outbox as Outbox
  return { useOutbox: outbox, useOutboxEntries: () => useSyncExternalStore(outbox().subscribe, outbox().current) }
})

const away = () => new Response(JSON.stringify({ code: 'unavailable' }), { status: 503 })

afterEach(() => {
  vi.unstubAllGlobals()
  act(() => notices.current().toasts.forEach((toast) => notices.dismiss(toast.id)))
})

it('keeps saying what becomes of an act that was taken back while it was under way again', async () => {
  let answer: (response: Response) => void = () => {}
  const list = [Promise.resolve(away()), new Promise<Response>((give) => (answer = give))]
  vi.stubGlobal('fetch', vi.fn(() => list.shift()!))
  const outbox = new Outbox()
  held.outbox = outbox
  render(<><OutboxNotices /><Toasts /></>)
  act(() => void outbox.send({ key: 'k', path: '/api/deliveries/1/finish', label: { key: 'acts.read.name' } }).catch(() => {}))
  const button = await screen.findByRole('button', { name: 'Không gửi' })
  act(() => outbox.wake())
  await userEvent.click(button)
  expect(screen.getByRole('group').textContent).toContain('Đang dừng gửi: đánh dấu đã đọc')
  expect(screen.queryByRole('button', { name: 'Không gửi' })).toBeNull()

  await act(async () => answer(away()))
  expect(outbox.current()).toEqual([])
  expect(screen.queryByRole('group')).toBeNull()
})
