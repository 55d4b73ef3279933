import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import '../i18n'
import { Refusal, UnknownOutcome } from '../wire/refusal'
import { KeptLine } from './KeptLine'
import { forgetForms, placeOf } from './keptForms'
import { useKeptSending } from './useKeptSending'

const keys: string[] = []
let answer: () => Promise<unknown>

function Form({ official = 1, isClassified = false }: { official?: number; isClassified?: boolean }) {
  const { value, change, isBack, clear, send } = useKeptSending(placeOf({ official, documentId: 'd1', act: 'note', isClassified }), { text: '' })
  return (
    <>
      {isBack && <KeptLine onClear={clear} />}
      <input aria-label="lời" value={value.text} onChange={(event) => change({ text: event.target.value })} />
      <button
        type="button"
        onClick={() =>
          void send((key) => {
            keys.push(key)
            return answer()
          })
        }
      >
        Gửi
      </button>
    </>
  )
}
const field = () => screen.getByRole<HTMLInputElement>('textbox')
const type = (words: string) => userEvent.type(field(), words)
const send = () => userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
const line = () => screen.queryByText('Đã giữ nội dung bạn nhập lần trước.')

beforeEach(() => {
  forgetForms(1)
  keys.length = 0
  answer = () => Promise.resolve()
})

describe('a form that is kept', () => {
  it('says the same again, and that it does', async () => {
    const { unmount } = render(<Form />)
    await type('Gọi lại')
    expect(line()).toBeNull()
    unmount()
    render(<Form />)
    expect(field().value).toBe('Gọi lại')
    expect(line()).toBeTruthy()
  })

  it('is another person’s no more than what is said about a classified document is stored', async () => {
    const { unmount } = render(<Form isClassified />)
    await type('Gọi lại')
    expect(sessionStorage).toHaveLength(0)
    unmount()
    render(<Form official={2} />)
    expect(field().value).toBe('')
  })

  it('begins anew when the person wants it to', async () => {
    const { unmount } = render(<Form />)
    await type('Gọi lại')
    unmount()
    const { unmount: leave } = render(<Form />)
    await userEvent.click(screen.getByRole('button', { name: 'Xóa để nhập lại' }))
    expect(field().value).toBe('')
    expect(line()).toBeNull()
    expect(document.activeElement).toBe(field())
    leave()
    render(<Form />)
    expect(field().value).toBe('')
  })

  it('is not there any more once it was recorded', async () => {
    const { unmount } = render(<Form />)
    await type('Gọi lại')
    await send()
    unmount()
    render(<Form />)
    expect(field().value).toBe('')
  })

  it('is there when it was refused, and goes under another id then', async () => {
    answer = () => Promise.reject(new Refusal(409, { code: 'notAllowedNow' }))
    const { unmount } = render(<Form />)
    await type('Gọi lại')
    await send()
    unmount()
    render(<Form />)
    expect(field().value).toBe('Gọi lại')
    await send()
    expect(keys[1]).not.toBe(keys[0])
  })

  it('goes again under the id that nobody answered, as long as it says the same', async () => {
    answer = () => Promise.reject(new UnknownOutcome('cut'))
    const { unmount } = render(<Form />)
    await type('Gọi lại')
    await send()
    unmount()
    render(<Form />)
    await send()
    expect(keys[1]).toBe(keys[0])
    await type(' nhé')
    await send()
    expect(keys[2]).not.toBe(keys[0])
  })
})
