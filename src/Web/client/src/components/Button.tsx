import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import './controls.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: 'plain' | 'primary' | 'quiet'
  small?: boolean
  icon?: LucideIcon
  /** The single letter that does the same, shown beside the word. */
  letter?: string
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

export function Button({ tone = 'plain', small = false, icon: Icon, letter, className = '', type = 'button', children, ...rest }: ButtonProps) {
  const look = `button button--${tone}${small ? ' button--small' : ''} ${className}`.trim()
  return (
    // The type is a literal union with a default; the rule cannot see through the destructuring.
    // oxlint-disable-next-line react/button-has-type
    <button type={type} className={look} aria-keyshortcuts={letter?.toUpperCase()} {...rest}>
      {Icon && <Icon className="icon" size={16} aria-hidden="true" />}
      {children}
      {letter && <Kbd>{letter.toUpperCase()}</Kbd>}
    </button>
  )
}

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="kbd" aria-hidden="true">
      {children}
    </kbd>
  )
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: LucideIcon
  /** Its accessible name and its tooltip. */
  label: string
  size?: number
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon: Icon, label, size = 18, className = '', ...rest }: IconButtonProps) {
  return (
    <button type="button" className={`icon-button ${className}`.trim()} aria-label={label} title={label} {...rest}>
      <Icon className="icon" size={size} aria-hidden="true" />
    </button>
  )
}
