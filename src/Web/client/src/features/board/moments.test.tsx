import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import type { Board, FeedLine } from '../../wire/board'
import { Feed } from './Feed'
import { Plot } from './Plot'

vi.mock('../../shell/Lamp', () => ({ Lamp: () => null }))

const line = (at: string): FeedLine => ({ at, unitId: 1, unit: 'Xã Tân An', kind: 'opened' })
const plot = (...at: string[]) => ({ totals: { units: 10 }, plot: at.map((one, received) => ({ at: one, received })) }) as unknown as Board

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-25T15:00:00+07:00') }))
afterEach(() => vi.useRealTimers())

describe('moments on the board', () => {
  it('have their day where it is not today', () => {
    render(<Feed lines={[line('2026-11-25T14:10:05+07:00'), line('2026-11-20T14:10:05+07:00')]} />)
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^14:10:05Xã/), expect.stringMatching(/^20\/11 14:10Xã/),
    ])
  })

  it('of a plot have their days where it is more than one', () => {
    render(<Plot board={plot('2026-11-23T07:30:00+07:00', '2026-11-25T14:10:00+07:00')} />)
    expect(screen.getByRole('img', { name: /từ 07:30 23\/11 đến 14:10 25\/11/ }).textContent).toContain('23/11 07:30')
  })

  it('of a plot of one day are hours', () => {
    render(<Plot board={plot('2026-11-23T07:30:00+07:00', '2026-11-23T14:10:00+07:00')} />)
    expect(screen.getByRole('img', { name: /từ 07:30 đến 14:10/ })).toBeTruthy()
  })
})
