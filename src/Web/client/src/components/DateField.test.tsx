import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { I18nProvider } from 'react-aria-components'
import { i18n } from '../i18n'
import '../i18n/controls'
import { DateField } from './DateField'

const show = (locale: string, value: string | null = '2099-12-31') =>
  render(<I18nProvider locale={locale}><DateField label="Hạn xử lý" value={value} onChange={() => {}} /></I18nProvider>)

describe('a field of a day', () => {
  afterEach(() => i18n.changeLanguage('vi'))

  it('says in Vietnamese what its calendar is made of', async () => {
    show('vi-VN')
    await userEvent.click(screen.getByRole('button', { name: /Mở lịch/ }))
    expect(screen.getByRole('button', { name: 'Tháng trước' })).toBeTruthy()
    expect(screen.getAllByRole('button', { name: 'Tháng sau' })[0]).toBeTruthy()
    expect(screen.getByRole('button', { name: /31 tháng 12.*đang chọn/ })).toBeTruthy()
    expect(screen.getAllByRole('button', { name: 'Đóng' })[0]).toBeTruthy()
    expect(document.body.innerHTML).not.toMatch(/aria-label="[^"]*(Calendar|Next|Previous|Dismiss|selected)/)
  })

  it.each(['vi-VN', 'en-GB'])('shows in its empty parts what belongs there: %s', (locale) => {
    show(locale, null)
    expect(screen.getAllByRole('spinbutton').map(({ textContent }) => textContent)).toEqual(['dd', 'mm', 'yyyy'])
  })

  it('says in Vietnamese that a part is empty', () => {
    show('vi-VN', null)
    expect(screen.getAllByRole('spinbutton').map((part) => part.getAttribute('aria-valuetext'))).toEqual(['Trống', 'Trống', 'Trống'])
  })

  it('says it in English where that is the language', async () => {
    await i18n.changeLanguage('en')
    show('en-GB')
    expect(screen.getByRole('button', { name: /Open calendar/ })).toBeTruthy()
  })
})
