import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { WrittenText } from './WrittenText'

const text = (letters: string, ...marks: string[]) => ({ type: 'text', text: letters, marks: marks.map((type) => ({ type })) })
const show = (...content: unknown[]) => render(<WrittenText content={JSON.stringify({ type: 'doc', content })} />).container.querySelector('.written')!

describe('a locked text', () => {
  it('is shown with its parts, marks, lists and tables', () => {
    const shown = show(
      { type: 'paragraph', attrs: { part: 'article' }, content: [text('Phạm vi', 'bold', 'italic')] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('một')] }] }] },
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 2, rowspan: 1 }, content: [{ type: 'paragraph', content: [text('ô')] }] }] }] },
    )
    expect(shown.querySelector('p[data-part="article"] em strong')?.textContent).toBe('Phạm vi')
    expect(shown.querySelector('ul > li > p')?.textContent).toBe('một')
    expect(shown.querySelector('table td')?.getAttribute('colspan')).toBe('2')
  })

  it('lists its footnotes below, in order', () => {
    const note = (letters: string) => ({ type: 'footnote', content: [{ type: 'text', text: letters }] })
    const content = [{ type: 'paragraph', content: [text('a'), note('một'), text('b'), note('hai')] }]
    const { container } = render(<WrittenText content={JSON.stringify({ type: 'doc', content })} />)
    expect(container.querySelector('.written')!.textContent).toBe('ab')
    expect(container.querySelectorAll('.written sup.footnote')).toHaveLength(2)
    expect([...container.querySelectorAll('.footnotes li')].map((line) => line.textContent)).toEqual(['một', 'hai'])
  })

  it('shows the letters of what it does not know, and nothing of it as markup', () => {
    const shown = show({ type: 'script', content: [text('<img src=x onerror=alert(1)>', 'strange')] })
    expect(shown.querySelector('script, img')).toBeNull()
    expect(shown.textContent).toBe('<img src=x onerror=alert(1)>')
  })
})
