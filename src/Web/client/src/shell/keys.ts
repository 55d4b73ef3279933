import { useEffect, useRef } from 'react'
import { lettersOn } from './settings'

/** A handler that answers false leaves the key to the page. */
export type KeyMap = Record<string, ((event: KeyboardEvent) => void | false) | undefined>

const sequenceMs = 1_500
const stack: { current: KeyMap }[] = []
let prefix: { key: string; at: number } | null = null

const editable = 'input, textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="spinbutton"]'
/** Whether the person is writing something now. */
export const isTyping = (): boolean => document.activeElement?.closest(editable) != null

/** Keys that reach a page's own act even while somebody types. */
const whileTyping = new Set(['Ctrl+Enter', 'Ctrl+F', 'Ctrl+Alt+M', 'F6'])
const dialogs = '[role="dialog"], [role="alertdialog"]'
const layered = `${dialogs}, [role="menu"], [role="listbox"]`

/** With Alt some keyboards make another letter of it; where AltGr writes a letter it is that one. */
const isLetterM = (event: KeyboardEvent) => !event.getModifierState('AltGraph') && (event.code === 'KeyM' || event.key.toLowerCase() === 'm')

function keyName(event: KeyboardEvent): string {
  if ((event.ctrlKey || event.metaKey) && event.altKey) return isLetterM(event) ? 'Ctrl+Alt+M' : ''
  if (event.ctrlKey || event.metaKey) return event.key === 'Enter' ? 'Ctrl+Enter' : event.key.toLowerCase() === 'f' ? 'Ctrl+F' : ''
  if (event.altKey) return ''
  if (event.shiftKey && event.key.length === 1 && /[a-z]/i.test(event.key)) return `Shift+${event.key.toLowerCase()}`
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}

/** Keys that act even while single letters are switched off. */
const alwaysOn = new Set(['Escape', 'Enter', 'F6', 'Ctrl+Enter', 'Ctrl+F', 'Ctrl+Alt+M', 'ArrowDown', 'ArrowUp', 'Home', 'End'])

function onKeyDown(event: KeyboardEvent): void {
  // A composing word belongs to the input method: Telex and Unikey send real keys, or Process, meanwhile.
  if (event.isComposing || event.key === 'Process' || event.keyCode === 229 || event.defaultPrevented) return
  const name = keyName(event)
  if (!name) return
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(editable) && !whileTyping.has(name)) return
  // What lies over the page has the keys, Ctrl+Enter too: the fields of a dialog send it themselves.
  if (document.querySelector(layered) && !(name === 'F6' && document.querySelector(dialogs))) return
  if (!alwaysOn.has(name) && !lettersOn()) return

  const sequenced = prefix && Date.now() - prefix.at < sequenceMs ? `${prefix.key} ${name}` : null
  prefix = null
  for (const map of [...stack].reverse()) {
    const act = (sequenced && map.current[sequenced]) || (sequenced ? undefined : map.current[name])
    if (!act || act(event) === false) continue
    event.preventDefault()
    return
  }
  if (name === 'g') prefix = { key: 'g', at: Date.now() }
}

/** The map that was mounted last wins. Letters reach it only outside editable elements and without modifiers. */
export function useKeys(map: KeyMap): void {
  const held = useRef(map)
  useEffect(() => {
    held.current = map
  })
  useEffect(() => {
    if (stack.length === 0) window.addEventListener('keydown', onKeyDown)
    stack.push(held)
    return () => {
      stack.splice(stack.indexOf(held), 1)
      if (stack.length === 0) window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

/** The notices come last; a dialog is left for them alone. */
function panesNow(): HTMLElement[] {
  const dialog = [...document.querySelectorAll<HTMLElement>(dialogs)].at(-1)
  const panes = dialog ? [dialog] : [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)
  return [...panes, ...document.querySelectorAll<HTMLElement>('.toasts:not(:empty)')]
}

/** F6: the next pane, wherever the focus is now. */
export function focusNextPane(): void {
  const panes = panesNow()
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const pane = panes[(at + 1) % panes.length]
  if (!pane || panes[at] === pane) return
  const inside = pane.querySelector<HTMLElement>('[data-pane-start], a[href][tabindex="0"], a[href]:not([tabindex="-1"]), button:not(:disabled), input, [tabindex="0"]')
  ;(inside ?? pane).focus()
}
