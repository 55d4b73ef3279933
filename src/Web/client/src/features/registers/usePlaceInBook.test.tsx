import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { usePlaceInBook } from './usePlaceInBook'

function Book({ address, ready = true }: { address: string; ready?: boolean }) {
  const place = usePlaceInBook(address, ready)
  return (
    <div ref={place.scroller} data-testid="book" onScroll={(event) => place.scrolled(event.currentTarget)}>
      <button type="button" data-row={7} onClick={() => place.leave(7)}>7</button>
    </div>
  )
}
const book = () => screen.getByTestId('book')

it('who comes back to a page of a book finds the row and the scroll, once its lines are there', () => {
  const first = render(<Book address="/registers/incoming?page=3" />)
  book().scrollTop = 840
  book().scrollLeft = 120
  book().dispatchEvent(new Event('scroll', { bubbles: true }))
  screen.getByRole('button').click()
  first.unmount()

  const { rerender } = render(<Book address="/registers/incoming?page=3" ready={false} />)
  expect(book().scrollTop).toBe(0)
  rerender(<Book address="/registers/incoming?page=3" />)
  expect([book().scrollTop, book().scrollLeft]).toEqual([840, 120])
  expect(document.activeElement).toBe(screen.getByRole('button'))

  rerender(<Book address="/registers/incoming?page=4" />)
  expect([book().scrollTop, book().scrollLeft]).toEqual([0, 0])
  screen.getByRole('button').blur()
  rerender(<Book address="/registers/incoming?page=3" />)
  expect([book().scrollTop, document.activeElement]).toEqual([840, document.body])
})

it('another page of it begins at its beginning, and takes no focus', () => {
  render(<Book address="/registers/outgoing?page=2" />)
  expect([book().scrollTop, document.activeElement]).toEqual([0, document.body])
})
