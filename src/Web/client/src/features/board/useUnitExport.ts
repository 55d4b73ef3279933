import { useState } from 'react'
import { useLocale, useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import { exportUnits } from './exportBoard'

/** The export of every unit: they are read when it is asked for, not with the board. */
export function useUnitExport(documentId: string) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async () => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      exportUnits(await api.boardUnits(documentId), null, t, locale)
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, run: () => void run() }
}
