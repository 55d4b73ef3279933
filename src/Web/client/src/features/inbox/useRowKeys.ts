import type { RefObject } from 'react'
import { useKeys } from '../../shell/keys'
import type { InboxItem } from '../../wire/inbox'

interface RowKeys {
  order: RefObject<string[]>
  selected: string | null
  setSelected: (key: string) => void
  byKey: ReadonlyMap<string, InboxItem>
  open: (item: InboxItem) => void
  mark: (key: string, extend: boolean) => void
  marked: ReadonlySet<string>
  openMenu: (key: string) => void
}

/** j k, arrows, x, Shift+j/k, Enter, the full stop: the list is one tab stop and moves inside itself. */
export function useRowKeys({ order, selected, setSelected, byKey, open, mark, marked, openMenu }: RowKeys): void {
  const focusRow = (key: string) => {
    setSelected(key)
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)
      row?.focus({ preventScroll: false })
    })
  }
  const at = () => {
    const focused = document.activeElement?.getAttribute('data-row') ?? selected
    return order.current.indexOf(focused ?? '')
  }
  const move = (by: number, extend = false) => {
    const from = at()
    const to = Math.min(order.current.length - 1, Math.max(0, from + by))
    const key = order.current[to]
    if (!key) return
    if (extend) {
      const origin = order.current[from]
      if (origin && !marked.has(origin)) mark(origin, false)
      if (!marked.has(key)) mark(key, false)
    }
    focusRow(key)
  }
  const inList = (event: KeyboardEvent) => event.target instanceof Element && event.target.closest('[data-list]') !== null
  const arrows = (by: number) => (event: KeyboardEvent) => {
    // Arrows belong to scrolling everywhere but in the list.
    if (!inList(event) && document.activeElement !== document.body) return false
    return move(by)
  }
  const withSelected = (act: (item: InboxItem, key: string) => void) => () => {
    const key = order.current[at()]
    const item = key ? byKey.get(key) : undefined
    if (key && item) act(item, key)
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    'Shift+j': () => move(1, true),
    'Shift+k': () => move(-1, true),
    ArrowDown: arrows(1),
    ArrowUp: arrows(-1),
    x: withSelected((_, key) => mark(key, false)),
    '.': withSelected((_, key) => {
      setSelected(key)
      openMenu(key)
    }),
    // Anywhere else Enter belongs to what has the focus.
    Enter: () => (document.activeElement === document.body ? withSelected(open)() : false),
  })
}
