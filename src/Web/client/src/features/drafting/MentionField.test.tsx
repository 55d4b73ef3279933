import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { mentionsOf, noWords } from './mention'
import { MentionField } from './MentionField'

const people = [{ id: 1, name: 'Nguyễn Văn An' }, { id: 2, name: 'Đỗ Minh Đức' }, { id: 3, name: 'Trần Thị Ánh' }]
const send = vi.fn()

function Form() {
  const [words, setWords] = useState(noWords)
  return (
    <>
      <MentionField label="Lời" words={words} people={people} onChange={setWords} onSend={send} autoFocus />
      <output>{mentionsOf(words).join()}</output>
    </>
  )
}
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Lời')
const offered = () => screen.queryAllByRole('option').map((one) => one.lastElementChild!.textContent)
const chosen = () => screen.getByRole('option', { selected: true })

beforeEach(() => {
  send.mockClear()
  Element.prototype.scrollIntoView = vi.fn()
  render(<Form />)
})

describe('a name in a comment', () => {
  it('is offered behind its sign, narrowed as one types, and put in by Enter', async () => {
    await userEvent.type(field(), 'Nhờ @')
    expect(offered()).toEqual(people.map(({ name }) => name))
    expect(field()).toBe(screen.getByRole('combobox', { expanded: true }))
    await userEvent.type(field(), 'an')
    expect(offered()).toEqual(['Nguyễn Văn An', 'Trần Thị Ánh'])
    await userEvent.keyboard('{ArrowDown}')
    expect(field().getAttribute('aria-activedescendant')).toBe(chosen().id)
    await userEvent.keyboard('{Enter}xem')
    expect(field().value).toBe('Nhờ @Trần Thị Ánh xem')
    expect(offered()).toEqual([])
    expect(screen.getByRole('status').textContent).toBe('3')
  })

  it('goes round with the arrows, and is chosen by a finger without leaving the field', async () => {
    await userEvent.type(field(), '@{ArrowUp}')
    expect(chosen().textContent).toContain('Trần Thị Ánh')
    await userEvent.click(screen.getByRole('option', { name: /Đức/ }))
    expect(field().value).toBe('@Đỗ Minh Đức ')
    expect(document.activeElement).toBe(field())
    expect(field().selectionStart).toBe(field().value.length)
  })

  it('is offered no more after Escape, until another sign is written', async () => {
    await userEvent.type(field(), '@{Escape}d{Enter}')
    expect(field().value).toBe('@d\n')
    expect(offered()).toEqual([])
    await userEvent.type(field(), '@d')
    expect(offered()).toEqual(['Đỗ Minh Đức'])
  })

  it('is not put in by the Enter that ends a word of an input method', async () => {
    await userEvent.type(field(), '@d')
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
    expect(field().value).toBe('@d')
  })

  it('can be called by a button, with what was written before kept apart', async () => {
    await userEvent.type(field(), 'Nhờ')
    await userEvent.click(screen.getByRole('button'))
    expect(field().value).toBe('Nhờ @')
    expect(offered()).toHaveLength(3)
  })

  it('leaves the keys of the field alone while nobody is offered', async () => {
    await userEvent.type(field(), 'xem@')
    expect(screen.queryByRole('listbox')).toBeNull()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(send).toHaveBeenCalledOnce()
  })
})
