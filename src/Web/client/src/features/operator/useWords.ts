import { formatMeasured, formatNumber, formatShare } from '../../format/numbers'
import { useLocale, useTranslation } from '../../i18n'
import type { Measure } from './nodes'

const mebibyte = 1_048_576
const minutesFromSeconds = 120

/** Figures in words, each with its unit; a dash for what is not known. */
export function useWords() {
  const { t } = useTranslation()
  const locale = useLocale()
  const known = (value: number | undefined, words: (value: number) => string) => (value === undefined ? '–' : words(value))
  const milliseconds = (value: number | undefined) => known(value, (ms) => t('operator.milliseconds', { value: formatMeasured(ms, locale) }))
  const age = (value: number | undefined) =>
    known(value, (seconds) =>
      seconds < minutesFromSeconds ? t('operator.seconds', { count: Math.floor(seconds) }) : t('operator.minutes', { count: Math.floor(seconds / 60) }))
  const measured = (value: number | undefined) => known(value, (number) => formatMeasured(number, locale))
  const whole = (value: number | undefined) => known(value, (number) => formatNumber(number, locale))
  const share = (value: number | undefined) => known(value, (part) => formatShare(Math.round(part * 100), 100, locale).replace(/[.,]0/, ''))
  const megabytes = (value: number | undefined) => known(value, (bytes) => t('operator.megabytes', { value: formatNumber(bytes / mebibyte, locale) }))
  const of: Record<Measure, (value: number | undefined) => string> = {
    cpu: share, commit: milliseconds, queue: whole, lag: milliseconds, lost: whole, job: age,
  }
  return { milliseconds, age, measured, whole, share, megabytes, of }
}
