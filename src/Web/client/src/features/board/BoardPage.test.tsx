import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import '../../i18n'
import { Refusal } from '../../wire/refusal'
import BoardPage from './BoardPage'

// It was read before the right was taken away.
vi.mock('./useBoard', () => ({ useBoard: () => ({ isPending: false, data: { documentId: 'd1', abstract: 'V/v' }, error: new Refusal(404, {}) }) }))

it('a board that the person may see no more is not left on the screen', () => {
  render(<BoardPage documentId="d1" />)
  expect(screen.getByRole('heading', { name: 'Không có văn bản này trong phạm vi của bạn' })).toBeTruthy()
  expect(screen.queryByText('V/v')).toBeNull()
})
