import { useRef, useState, type FormEvent } from 'react'
import { Button } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import type { Me } from '../../wire/session'

export function SignInForm({ initialName = '', onSignedIn }: { initialName?: string; onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(initialName)
  const [password, setPassword] = useState('')
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const passwordField = useRef<HTMLInputElement>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    setError(null)
    try {
      onSignedIn(await api.signIn(name.trim().normalize('NFC'), password, crypto.randomUUID()))
    } catch (refused) {
      setError(refused)
      setSending(false)
      passwordField.current?.select()
    }
  }
  return (
    <form className="sign-in__form" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span className="field__label">{t('signIn.name')}</span>
        <input
          className="input"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus={!initialName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field__label">{t('signIn.password')}</span>
        <input
          ref={passwordField}
          className="input"
          type="password"
          name="password"
          autoComplete="current-password"
          required
          autoFocus={!!initialName}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {error !== null && <Refusal act="signIn" error={error} />}
      <Button tone="primary" type="submit" aria-disabled={sending}>
        {t(sending ? 'signIn.sending' : 'signIn.submit')}
      </Button>
    </form>
  )
}
