import { Check } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { useSending } from '../../outbox/useSending'
import { notices } from '../../shell/notices'
import { api } from '../../wire/api'

const charsMin = 12

/** One's own password. It is sent past the outbox: a password waits nowhere. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const { sending, error, send } = useSending()
  const problem = next.length < charsMin ? 'tooShort' : next === password ? 'same' : next !== again ? 'differs' : null

  const change = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (problem || sending || !(await send((key) => api.changePassword(password, next, key)))) return
    for (const clear of [setPassword, setNext, setAgain]) clear('')
    setTried(false)
    notices.toast({ icon: Check, tone: 'ok', title: { key: 'preferences.passwordChanged' }, sticky: false })
    onChanged()
  }
  const field = (name: string, value: string, set: (value: string) => void, autoComplete: string) => (
    <label className="field">
      <span className="field__label">{t(`preferences.${name}`)}</span>
      <input className="input" type="password" autoComplete={autoComplete} required value={value} onChange={(event) => set(event.target.value)} />
    </label>
  )
  return (
    <form className="preferences__part" onSubmit={(event) => void change(event)}>
      <h2 className="pane-title">{t('preferences.password')}</h2>
      <p className="field__hint">{t('preferences.passwordMeans', { count: charsMin })}</p>
      {field('passwordNow', password, setPassword, 'current-password')}
      {field('passwordNext', next, setNext, 'new-password')}
      {field('passwordAgain', again, setAgain, 'new-password')}
      {tried && problem && (
        <p className="field__error" role="alert">
          {t(`preferences.passwordProblems.${problem}`, { count: charsMin })}
        </p>
      )}
      {error !== null && <Refusal act="changePassword" error={error} />}
      <Button type="submit" aria-disabled={sending}>
        {t(sending ? 'documents.sending' : 'preferences.changePassword')}
      </Button>
    </form>
  )
}
