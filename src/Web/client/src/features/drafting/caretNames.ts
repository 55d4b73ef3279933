import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** How far a name has to move to the left to end inside the box that it is placed in; 0 or less than 0. In CSS pixels. */
function shiftOf(name: HTMLElement): number {
  const room = name.offsetParent?.clientWidth ?? Number.MAX_SAFE_INTEGER
  return Math.min(0, room - name.offsetLeft - name.offsetWidth)
}

/** Where names stand above their line, one that begins near the end of the line would be cut off: it ends with the line. */
function keepInside(page: HTMLElement): void {
  const names = [...page.querySelectorAll<HTMLElement>('.caret__name')]
  // All are measured before any is moved, or each would be laid out anew.
  const shifts = names.map(shiftOf)
  for (const [at, name] of names.entries()) name.style.setProperty('--shift', `${shifts[at]}px`)
}

/** Keeps the names of others' carets on the page, at the next frame after the text, a caret or the page's width has changed. */
export const CaretNames = Extension.create({
  name: 'caretNames',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        view: ({ dom }) => {
          let frame = 0
          const later = () => {
            cancelAnimationFrame(frame)
            frame = requestAnimationFrame(() => keepInside(dom))
          }
          const width = new ResizeObserver(later)
          width.observe(dom)
          return {
            update: later,
            destroy: () => {
              cancelAnimationFrame(frame)
              width.disconnect()
            },
          }
        },
      }),
    ]
  },
})
