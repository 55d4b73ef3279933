import { Button } from '../components/Button'
import { Dialog } from '../components/Dialog'
import { refusalSentence } from '../components/Refusal'
import { i18n, useTranslation } from '../i18n'
import type { Command } from '../outbox/outbox'
import type { Rest } from './sendRest'
import type { useSignOut } from './useSignOut'

const wordsOf = ({ label }: Command) => i18n.t(label.key, label.params)

/** What stands between the person and leaving. The safe way out comes first. */
export function SignOutDialog({ state, send, end, stay }: ReturnType<typeof useSignOut>) {
  const { t } = useTranslation()
  if (!state) return null
  if (state.name === 'sending' || state.name === 'leaving') {
    return (
      <Dialog title={t(state.name === 'sending' ? 'shell.signOutSending' : 'shell.signOutLeaving')} dismissable={false} onClose={() => {}} actions={null}>
        {/* What describes such a dialog is read with it. */}
        <p>{t('shell.signOutWait')}</p>
      </Dialog>
    )
  }
  const [title, verb, goOn] =
    state.name === 'asking' ? [t('shell.signOutLoses'), t('shell.signOutAnyway'), send]
    : state.name === 'left' ? [t('shell.signOutLeft'), t('shell.signOutAnyway'), end]
    : [t('shell.signOutFailed'), t('line.tryNow'), end]
  return (
    <Dialog
      title={title}
      onClose={stay}
      actions={
        <>
          <Button autoFocus onClick={stay}>{t('shell.leaveStay')}</Button>
          <Button onClick={() => void goOn(state.way)}>{verb}</Button>
        </>
      }
    >
      {state.name === 'asking' && state.losses.map((loss) => <p key={loss}>{loss}</p>)}
      {state.name === 'left' && <Left rest={state} />}
      {state.name === 'failed' && <p>{`${refusalSentence(state.error)} ${t('shell.signOutStillOpen')}`}</p>}
    </Dialog>
  )
}

function Left({ rest: { refused, unsent } }: { rest: Rest }) {
  const { t } = useTranslation()
  return (
    <>
      {unsent.length > 0 && <p>{t('shell.signOutUnsent', { count: unsent.length })}</p>}
      <ul className="dialog__lines">
        {unsent.map((command) => (
          <li key={command.key}>{t('toasts.queued', { act: wordsOf(command) })}</li>
        ))}
        {refused.map(({ command, error }) => (
          <li key={command.key}>{`${t('toasts.refusedAway', { act: wordsOf(command) })}. ${refusalSentence(error)}`}</li>
        ))}
      </ul>
    </>
  )
}
