import { useState } from 'react'
import { keptDrafts } from '../features/compose/keptDraft'
import { unsavedDrafts } from '../features/drafting/unsavedStore'
import { i18n } from '../i18n'
import { keptForms } from '../kept/keptForms'
import { useOutbox } from '../outbox/OutboxProvider'
import { api } from '../wire/api'
import { isSignInRequired } from '../wire/refusal'
import { lossOfLeaving } from './lossOfLeaving'
import { sendRest, type Rest } from './sendRest'
import { useSession } from './SessionProvider'

export type SignOutWay = 'here' | 'everywhere'

type Step =
  | { name: 'asking'; losses: string[] }
  | { name: 'sending' }
  | ({ name: 'left' } & Rest)
  | { name: 'leaving' }
  | { name: 'failed'; error: unknown }

export type SignOut = { way: SignOutWay } & Step

async function lossesOf(official: number): Promise<string[]> {
  const ofPage = lossOfLeaving()
  const kept = keptDrafts(official) + (await unsavedDrafts(official))
  const forms = keptForms(official)
  return [
    ...(ofPage ? [ofPage] : []),
    ...(kept > 0 ? [i18n.t('shell.signOutKept', { count: kept })] : []),
    ...(forms > 0 ? [i18n.t('shell.signOutForms', { count: forms })] : []),
  ]
}

/** Signing out: asks what it would lose, sends what is held back, ends the session, and leaves nothing of the person here. */
export function useSignOut() {
  const outbox = useOutbox()
  const { me, leave } = useSession()
  const [state, setState] = useState<SignOut | null>(null)

  const end = async (way: SignOutWay) => {
    setState({ way, name: 'leaving' })
    try {
      await (way === 'here' ? api.signOut() : api.signOutEverywhere())
    } catch (error) {
      // An answer that was lost before had ended the session already.
      if (!isSignInRequired(error)) return setState({ way, name: 'failed', error })
    }
    leave()
  }
  const send = async (way: SignOutWay) => {
    if (outbox.current().length > 0) setState({ way, name: 'sending' })
    const rest = await sendRest(outbox)
    if (rest.refused.length + rest.unsent.length > 0) setState({ way, name: 'left', ...rest })
    else await end(way)
  }
  const ask = async (way: SignOutWay) => {
    const losses = await lossesOf(me.official.id)
    if (losses.length > 0) setState({ way, name: 'asking', losses })
    else await send(way)
  }
  return { state, ask, send, end, stay: () => setState(null) }
}
