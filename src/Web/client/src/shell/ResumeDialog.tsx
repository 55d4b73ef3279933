import { Dialog } from '../components/Dialog'
import { useTranslation } from '../i18n'
import { SignInForm } from '../features/sign-in/SignInForm'
import { useSession } from './SessionProvider'

/** The session ended while the page is open: what was typed stays, and signing in again goes on from here. */
export function ResumeDialog() {
  const { t } = useTranslation()
  const { ended, me, resume } = useSession()
  if (!ended) return null
  return (
    <Dialog title={t('signIn.endedTitle')} dismissable={false} onClose={() => {}} actions={null}>
      <p>{t('signIn.endedText')}</p>
      <SignInForm initialName={me.official.signIn} onSignedIn={resume} />
    </Dialog>
  )
}
