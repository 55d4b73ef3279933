import { useState } from 'react'
import { Select } from '../../components/Select'
import { useTranslation } from '../../i18n'
import { usualQuietHours, type QuietHours } from '../../shell/quietHours'
import { quietHours, setQuietHours } from '../../shell/settings'

const clocks = Array.from({ length: 48 }, (_, half) => {
  const clock = `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`
  return { id: clock, label: clock }
})

/** When this device keeps notices back. */
export function QuietHoursSetting() {
  const { t } = useTranslation()
  const [hours, setHours] = useState(quietHours)
  const set = (next: QuietHours | null) => {
    setQuietHours(next)
    setHours(next)
  }
  return (
    <>
      <label className="preferences__check">
        <input type="checkbox" className="checkbox" checked={hours !== null} onChange={(event) => set(event.target.checked ? usualQuietHours : null)} />
        <span>
          {t('preferences.quiet')}
          <span className="field__hint">{t('preferences.quietHint')}</span>
        </span>
      </label>
      {hours && (
        <div className="preferences__hours">
          <Select label={t('preferences.quietFrom')} options={clocks} value={hours.from} onChange={(from) => set({ ...hours, from })} />
          <Select label={t('preferences.quietTo')} options={clocks} value={hours.to} onChange={(to) => set({ ...hours, to })} />
        </div>
      )}
    </>
  )
}
