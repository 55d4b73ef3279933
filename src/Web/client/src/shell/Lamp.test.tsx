import { render } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { i18n } from '../i18n'
import { nextLink, type Link, type LinkEvent } from '../live/link'
import { LiveConnection } from '../live/connection'
import { Lamp } from './Lamp'

const held = vi.hoisted(() => ({ link: null as unknown, store: 'there' }))
vi.mock('../live/LiveProvider', () => ({ useLink: () => held.link, useStore: () => ({ name: held.store }) }))

/** What the lamp of a page says after these events, in both languages. */
async function words(...events: LinkEvent[]) {
  held.link = events.reduce((link: Link, event) => nextLink(link, event, 0), new LiveConnection().current())
  const said = []
  for (const language of ['vi', 'en']) {
    await i18n.changeLanguage(language)
    const { container, unmount } = render(<Lamp />)
    said.push(container.textContent)
    unmount()
  }
  return said
}

beforeEach(() => {
  held.store = 'there'
  return async () => void (await i18n.changeLanguage('vi'))
})

it('says that it connects until it has for the first time, and only then of a lost line that it connects again', async () => {
  expect(await words({ kind: 'trying' })).toEqual(['Đang kết nối', 'Connecting'])
  expect(await words({ kind: 'trying' }, { kind: 'opened' })).toEqual(['Trực tiếp', 'Live'])
  expect(await words({ kind: 'opened' }, { kind: 'lost' }, { kind: 'trying' })).toEqual(['Đang kết nối lại', 'Reconnecting'])
})

it('says that it tries again when the first try has failed', async () => {
  expect(await words({ kind: 'failed', waitMs: 1_000 }, { kind: 'trying' })).toEqual(['Đang kết nối lại', 'Reconnecting'])
})

it('says before all else that the store is away', async () => {
  held.store = 'away'
  expect((await words({ kind: 'opened' }))[0]).toBe(i18n.t('store.lamp', { lng: 'vi' }))
})
