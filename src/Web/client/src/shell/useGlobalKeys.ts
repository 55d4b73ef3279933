import { useLocation } from 'wouter'
import { focusNextPane, useKeys } from './keys'
import { notices } from './notices'

export function useGlobalKeys(showKeys: () => void): void {
  const [, go] = useLocation()
  const box = (place: string) => () => go(`/inbox/${place}`)
  useKeys({
    F6: focusNextPane,
    '?': showKeys,
    'Shift+?': showKeys,
    '/': () => {
      const field = document.querySelector<HTMLInputElement>('[data-search]')
      if (field && field.offsetParent !== null) field.focus()
      else go('/search')
    },
    c: () => go('/compose'),
    z: () => (notices.undo() ? undefined : false),
    'g i': box('waitingReceipt'),
    'g m': box('waitingMe'),
    'g l': box('lead'),
    'g p': box('coordinate'),
    'g b': box('forInformation'),
    'g o': box('overdue'),
    'g d': box('drafts'),
    'g s': box('toSign'),
    'g r': () => go('/registers/incoming'),
  })
}
