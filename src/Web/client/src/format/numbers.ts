import type { Locale } from '../wire/session'

const tags: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }
const cache = new Map<string, Intl.NumberFormat>()

function formatter(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  let found = cache.get(key)
  if (!found) cache.set(key, (found = new Intl.NumberFormat(tags[locale], options)))
  return found
}

/** 3.321 in Vietnamese, 3,321 in English. */
export function formatNumber(value: number, locale: Locale): string {
  return formatter(locale, { maximumFractionDigits: 0, useGrouping: true }).format(value)
}

/** A measured number: one decimal below ten, none above. */
export function formatMeasured(value: number, locale: Locale): string {
  const digits = value !== 0 && value < 9.95 ? 1 : 0
  return formatter(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: true }).format(value)
}

/** 93,8% in Vietnamese; never rounds up to 100 % while something is missing. */
export function formatShare(part: number, whole: number, locale: Locale): string {
  if (whole === 0) return '–'
  const tenths = part >= whole ? 1000 : Math.min(999, Math.floor((part / whole) * 1000))
  const digits = part >= whole ? 0 : 1
  return `${formatter(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(tenths / 10)}%`
}

export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  if (kilobytes < 1000) return `${formatNumber(Math.round(kilobytes), locale)} KB`
  return `${formatter(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(kilobytes / 1024)} MB`
}

/** What a person typed as a count: 3321, 3.321, 3,321 and 3 321 are the same number. */
export function parseCount(typed: string): number | null {
  const compact = typed.trim()
  if (!/^\d{1,3}([.,\s\u00a0]?\d{3})*$|^\d+$/.test(compact)) return null
  return Number(compact.replace(/[.,\s\u00a0]/g, ''))
}
