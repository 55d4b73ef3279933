import { parseDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button, Calendar, CalendarCell, CalendarGrid, DateInput, DatePicker, DateSegment, Dialog, FieldError, Group, Heading, Label, Popover,
} from 'react-aria-components'
import { isPastDay, today } from '../format/dates'
import { useTranslation } from '../i18n'
import './date-field.css'

interface DateFieldProps {
  label: string
  value: string | null
  onChange: (day: string | null) => void
  /** What is said under a day before today. */
  pastWords?: string
}

/** dd/mm/yyyy in both languages; not before today. */
export function DateField({ label, value, onChange, pastWords }: DateFieldProps) {
  const { t } = useTranslation()
  return (
    <DatePicker
      className="field"
      value={value ? parseDate(value) : null}
      minValue={parseDate(today())}
      isInvalid={value !== null && isPastDay(value)}
      onChange={(day) => onChange(day ? day.toString() : null)}
      shouldForceLeadingZeros
    >
      <Label className="field__label">{label}</Label>
      <Group className="input date-field">
        <DateInput className="date-field__input">{(segment) => <DateSegment segment={segment} className="date-field__segment" />}</DateInput>
        <Button className="icon-button date-field__button">
          <CalendarDays className="icon" size={16} aria-hidden="true" />
        </Button>
      </Group>
      <FieldError className="field__error">{pastWords ?? t('words.pastDay')}</FieldError>
      <Popover className="popover" offset={4}>
        <Dialog className="calendar">
          <Calendar>
            <header className="calendar__head">
              <Button slot="previous" className="icon-button">
                <ChevronLeft className="icon" size={18} aria-hidden="true" />
              </Button>
              <Heading className="pane-title" />
              <Button slot="next" className="icon-button">
                <ChevronRight className="icon" size={18} aria-hidden="true" />
              </Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className="calendar__day" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
