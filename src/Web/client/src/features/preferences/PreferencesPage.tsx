import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { moment } from '../../format/dates'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { useIsPhone } from '../../shell/media'
import { PhoneBar } from '../../shell/PhoneBar'
import { useSession } from '../../shell/SessionProvider'
import { useShell } from '../../shell/shellContext'
import { desktopNoticesOn, lettersOn, setDesktopNoticesOn, setLettersOn } from '../../shell/settings'
import { usePageTitle } from '../../shell/usePageTitle'
import { api } from '../../wire/api'
import type { Preferences } from '../../wire/session'
import { deviceWords } from './deviceWords'
import { PasswordForm } from './PasswordForm'
import { QuietHoursSetting } from './QuietHoursSetting'
import './preferences.css'

const choices = {
  theme: ['system', 'light', 'dark'],
  density: ['normal', 'compact', 'roomy'],
  locale: ['vi', 'en'],
} as const

export default function PreferencesPage() {
  const { t } = useTranslation()
  const locale = useLocale()
  const phone = useIsPhone()
  const queries = useQueryClient()
  const { me, savePreferences } = useSession()
  const [error, setError] = useState<unknown>(null)
  usePageTitle(t('preferences.title'))

  const save = (part: Partial<Preferences>) => {
    setError(null)
    savePreferences({ ...me.preferences, ...part }).catch(setError)
  }
  return (
    <section className="preferences" aria-label={t('preferences.title')} data-pane data-scroll>
      <PhoneBar title={t('preferences.title')} />
      {!phone && (
        <h1 className="page-title" tabIndex={-1}>
          {t('preferences.title')}
        </h1>
      )}
      <section className="preferences__part">
        <h2 className="pane-title">{me.official.name}</h2>
        <ul>
          {me.seats.filter((seat) => seat.unit).map((seat) => (
            <li key={seat.id}>
              {seat.title || t(`words.seatRoles.${seat.role}`)}, {unitName(seat.unit!, locale)}
            </li>
          ))}
        </ul>
      </section>
      <section className="preferences__part">
        <h2 className="pane-title">{t('preferences.look')}</h2>
        {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
          <RadioGroup key={name} className="field" value={me.preferences[name]} onChange={(value) => save({ [name]: value })} orientation="horizontal">
            <Label className="field__label">{t(`preferences.${name}`)}</Label>
            <div className="segmented">
              {choices[name].map((value) => (
                <Radio key={value} value={value} className="segmented__part">
                  {t(`preferences.${name}s.${value}`)}
                </Radio>
              ))}
            </div>
          </RadioGroup>
        ))}
        {error !== null && <Refusal act="preferences" error={error} />}
      </section>
      <DeviceSettings />
      <PasswordForm onChanged={() => void queries.invalidateQueries({ queryKey: ['sessions'] })} />
      <Sessions />
    </section>
  )
}

/** What belongs to this device, not to the person. */
function DeviceSettings() {
  const { t } = useTranslation()
  const [letters, setLetters] = useState(lettersOn)
  const [desktop, setDesktop] = useState(desktopNoticesOn)
  const denied = 'Notification' in window && Notification.permission === 'denied'
  const turnDesktop = async (on: boolean) => {
    const granted = on && (await Notification.requestPermission()) === 'granted'
    setDesktopNoticesOn(granted)
    setDesktop(granted)
  }
  return (
    <section className="preferences__part">
      <h2 className="pane-title">{t('preferences.device')}</h2>
      <label className="preferences__check">
        <input
          type="checkbox"
          className="checkbox"
          checked={letters}
          onChange={(event) => {
            setLettersOn(event.target.checked)
            setLetters(event.target.checked)
          }}
        />
        <span>
          {t('preferences.letters')}
          <span className="field__hint">{t('preferences.lettersHint')}</span>
        </span>
      </label>
      {'Notification' in window && (
        <label className="preferences__check">
          <input type="checkbox" className="checkbox" checked={desktop} disabled={denied} onChange={(event) => void turnDesktop(event.target.checked)} />
          <span>
            {t('preferences.desktop')}
            <span className="field__hint">{t(denied ? 'preferences.desktopDenied' : 'preferences.desktopHint')}</span>
          </span>
        </label>
      )}
      <QuietHoursSetting />
    </section>
  )
}

function Sessions() {
  const { t } = useTranslation()
  const { signOut } = useShell()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => api.sessions(signal) })
  return (
    <section className="preferences__part">
      <h2 className="pane-title">{t('preferences.sessions')}</h2>
      {sessions.isError && <Refusal act="load" error={sessions.error} onRetry={sessions.refetch} />}
      <ul className="sessions">
        {sessions.data?.map((session) => (
          <li key={session.id} className="sessions__row">
            <span>
              <b>{deviceWords(session.userAgent) || t('preferences.unknownDevice')}</b> {session.current && <span className="tag">{t('preferences.thisDevice')}</span>}
            </span>
            <span className="faint">{t('preferences.sessionTimes', { from: moment(session.createdAt), last: moment(session.lastSeenAt) })}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => signOut('everywhere')}>{t('preferences.signOutEverywhere')}</Button>
      </div>
    </section>
  )
}
