import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useKeys, type KeyMap } from './keys'
import { setLettersOn } from './settings'

function Page({ map, inner }: { map: KeyMap; inner?: KeyMap }) {
  useKeys(map)
  return (
    <>
      <input aria-label="field" />
      <button type="button">elsewhere</button>
      {inner && <Page map={inner} />}
    </>
  )
}
const elsewhere = () => screen.getAllByRole('button')[0]!
const register = vi.fn()

beforeEach(() => {
  register.mockClear()
  setLettersOn(true)
})

describe('keys', () => {
  it('act outside editable elements and without modifiers', () => {
    render(<Page map={{ r: register }} />)
    fireEvent.keyDown(elsewhere(), { key: 'r' })
    expect(register).toHaveBeenCalledOnce()
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) fireEvent.keyDown(elsewhere(), { key: 'r', [modifier]: true })
    expect(register).toHaveBeenCalledOnce()
  })

  it('stay letters in a field', () => {
    render(<Page map={{ r: register, '.': register, x: register }} />)
    for (const key of ['r', '.', 'x']) fireEvent.keyDown(screen.getByRole('textbox'), { key })
    expect(register).not.toHaveBeenCalled()
  })

  it('do nothing within a word that an input method composes', () => {
    render(<Page map={{ r: register, e: register, Escape: register }} />)
    // Composition events, the key code that stands for them, and the key name of those that send neither.
    for (const event of [{ key: 'r', isComposing: true }, { key: 'e', keyCode: 229 }, { key: 'Process' }]) fireEvent.keyDown(elsewhere(), event)
    expect(register).not.toHaveBeenCalled()
  })

  it('leave a field alone when Unikey takes back letters and types them again', () => {
    render(<Page map={{ o: register, Backspace: register }} />)
    for (const key of ['o', 'o', 'Backspace', 'Backspace', 'ô']) fireEvent.keyDown(screen.getByRole('textbox'), { key })
    expect(register).not.toHaveBeenCalled()
  })

  it('send with Ctrl+Enter from inside a field', () => {
    render(<Page map={{ 'Ctrl+Enter': register }} />)
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', ctrlKey: true })
    expect(register).toHaveBeenCalledOnce()
  })

  it('comment with Ctrl+Alt+M from inside the text, whatever letter Alt makes of it, and not where AltGr writes one', () => {
    render(<Page map={{ 'Ctrl+Alt+M': register, 'Ctrl+F': register, 'Ctrl+Enter': register }} />)
    const press = (key: object) => fireEvent.keyDown(screen.getByRole('textbox'), { ctrlKey: true, altKey: true, ...key })
    press({ key: 'm', code: 'KeyM' })
    press({ key: 'µ', code: 'KeyM', ctrlKey: false, metaKey: true })
    expect(register).toHaveBeenCalledTimes(2)
    press({ key: 'µ', code: 'KeyM', modifierAltGraph: true })
    press({ key: 'f', code: 'KeyF' })
    press({ key: 'Enter', code: 'Enter' })
    expect(register).toHaveBeenCalledTimes(2)
  })

  it('take a letter after g for the sequence only', () => {
    const lead = vi.fn()
    render(<Page map={{ r: register, 'g r': lead }} />)
    fireEvent.keyDown(elsewhere(), { key: 'g' })
    fireEvent.keyDown(elsewhere(), { key: 'r' })
    expect([register.mock.calls.length, lead.mock.calls.length]).toEqual([0, 1])
    fireEvent.keyDown(elsewhere(), { key: 'r' })
    expect(register).toHaveBeenCalledOnce()
  })

  it('go to what came on the page last and wants them', () => {
    const inner = vi.fn()
    const { rerender } = render(<Page map={{ r: register, j: register }} />)
    rerender(<Page map={{ r: register, j: register }} inner={{ r: inner }} />)
    fireEvent.keyDown(elsewhere(), { key: 'r' })
    fireEvent.keyDown(elsewhere(), { key: 'j' })
    expect([register.mock.calls.length, inner.mock.calls.length]).toEqual([1, 1])
  })

  it.each(['dialog', 'alertdialog', 'menu', 'listbox'])('rest under a %s, and so does sending', (role) => {
    render(
      <>
        <Page map={{ r: register, 'Ctrl+Enter': register }} />
        <div role={role} />
      </>,
    )
    fireEvent.keyDown(elsewhere(), { key: 'r' })
    fireEvent.keyDown(elsewhere(), { key: 'Enter', ctrlKey: true })
    expect(register).not.toHaveBeenCalled()
  })

  it('are off for a person who switched letters off, save those that are none', () => {
    setLettersOn(false)
    const back = vi.fn()
    render(<Page map={{ r: register, '.': register, Escape: back }} />)
    for (const key of ['r', '.', 'Escape']) fireEvent.keyDown(elsewhere(), { key })
    expect([register.mock.calls.length, back.mock.calls.length]).toEqual([0, 1])
  })
})
