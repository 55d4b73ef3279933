import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import './controls.css'

export interface MenuEntry {
  id: string
  label: string
  note?: string
  icon?: LucideIcon
  disabled?: boolean
}

export interface MenuProps {
  /** A react-aria Button. */
  trigger: ReactNode
  label: string
  entries: MenuEntry[]
  onAction: (id: string) => void
  selected?: string
  isOpen?: boolean
  onOpenChange?: (open: boolean) => void
}

export function Menu({ trigger, label, entries, onAction, selected, isOpen, onOpenChange }: MenuProps) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className="popover" offset={6} placement="bottom end">
        <AriaMenu
          className="menu"
          aria-label={label}
          // Opened by a key that is no trigger of the library's, it would wait for an arrow first.
          autoFocus={isOpen === undefined ? undefined : 'first'}
          onAction={(key) => onAction(String(key))}
          selectionMode={selected === undefined ? 'none' : 'single'}
          selectedKeys={selected === undefined ? [] : [selected]}
          disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}
        >
          {entries.map(({ id, label: text, note, icon: Icon }) => (
            <MenuItem key={id} id={id} textValue={text} className="menu__item">
              {Icon && <Icon className="icon" size={16} aria-hidden="true" />}
              <span>
                {text}
                {note && <span className="menu__item-note">{note}</span>}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
