import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import '../i18n'
import { Dialog } from '../components/Dialog'
import { announceNow } from './announcer'
import { LiveRegions } from './LiveRegions'

it('are heard while a dialog makes the page around it inert', () => {
  render(
    <div>
      <p>Trang</p>
      <LiveRegions />
      <Dialog title="Hỏi" onClose={() => {}} actions={null} />
    </div>,
  )
  const deaf = '[inert], [aria-hidden="true"]'
  expect(screen.getByText('Trang').closest(deaf)).not.toBeNull()
  for (const region of document.querySelectorAll('[aria-live]')) expect(region.closest(deaf)).toBeNull()
})

it('say the same sentence twice when it happens twice', () => {
  render(<LiveRegions />)
  const region = () => document.querySelector('[aria-live="assertive"]')!
  act(() => announceNow('Mất kết nối'))
  const first = region().firstElementChild
  act(() => announceNow('Mất kết nối'))
  expect(region().textContent).toBe('Mất kết nối')
  expect(region().firstElementChild).not.toBe(first)
})
