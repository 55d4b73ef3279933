import type { Preferences, Theme } from '../wire/session'
import type { QuietHours } from './quietHours'

/** Settings of this device only. No name, number or content of a document is ever stored here. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A full or forbidden storage costs only the convenience.
  }
}

const seenKey = (official: number, box: string) => `seen.${official}.${box}`

/** Until when this person has seen this box on this device. */
export const seenUntil = (official: number, box: string) => read(seenKey(official, box))
export const markSeenUntil = (official: number, box: string, at: string) => write(seenKey(official, box), at)

export const lettersOn = () => read('letters') !== 'off'
export const setLettersOn = (on: boolean) => write('letters', on ? 'on' : 'off')

export const desktopNoticesOn = () =>
  read('desktopNotices') === 'on' && 'Notification' in window && Notification.permission === 'granted'
export const setDesktopNoticesOn = (on: boolean) => write('desktopNotices', on ? 'on' : 'off')

/** Null where this device has none. */
export function quietHours(): QuietHours | null {
  const [from, to] = read('quietHours')?.match(/^(\d\d:\d\d)-(\d\d:\d\d)$/)?.slice(1) ?? []
  return from && to ? { from, to } : null
}
export const setQuietHours = (hours: QuietHours | null) => write('quietHours', hours ? `${hours.from}-${hours.to}` : 'off')

export const actingSeat = (official: number) => Number(read(`seat.${official}`)) || null
export const setActingSeat = (official: number, seat: number) => write(`seat.${official}`, String(seat))

const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)')

function shownTheme(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme
  return systemDark().matches ? 'dark' : 'light'
}

/** Puts the person's look on the page and follows the system where the person did not choose. */
export function applyLook({ theme, density }: Pick<Preferences, 'theme' | 'density'>): () => void {
  const root = document.documentElement
  root.dataset.theme = shownTheme(theme)
  root.dataset.density = density
  const follow = () => (root.dataset.theme = shownTheme(theme))
  const media = systemDark()
  media.addEventListener('change', follow)
  return () => media.removeEventListener('change', follow)
}
