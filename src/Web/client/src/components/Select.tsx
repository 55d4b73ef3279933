import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import './controls.css'

export interface Option {
  id: string
  label: string
  note?: string
  disabled?: boolean
}

interface SelectProps {
  label: string
  options: Option[]
  value: string | null
  onChange: (id: string) => void
  placeholder?: string
  hiddenLabel?: boolean
  describedBy?: string
}

export function Select({ label, options, value, onChange, placeholder, hiddenLabel = false, describedBy }: SelectProps) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      disabledKeys={options.filter((option) => option.disabled).map((option) => option.id)}
      placeholder={placeholder}
    >
      <Label className={hiddenLabel ? 'visually-hidden' : 'field__label'}>{label}</Label>
      <Button className="input select__button" aria-describedby={describedBy}>
        <SelectValue className="ellipsis">{({ selectedText, defaultChildren }) => selectedText ?? defaultChildren}</SelectValue>
        <ChevronDown className="icon" size={16} aria-hidden="true" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem key={option.id} id={option.id} textValue={option.label} className="menu__item">
              <span>
                {option.label}
                {option.note && <span className="menu__item-note">{option.note}</span>}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
