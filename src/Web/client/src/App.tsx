import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Redirect, Route, Switch } from 'wouter'
import { NotInScope } from './components/NotInScope'
import { RuledLines } from './components/EmptyState'
import { InboxPage } from './features/inbox/InboxPage'
import { SignInPage } from './features/sign-in/SignInPage'
import { ServerAway } from './features/sign-in/ServerAway'
import { useLocale } from './i18n'
import { LiveProvider } from './live/LiveProvider'
import { OutboxProvider } from './outbox/OutboxProvider'
import { Leaving } from './shell/Leaving'
import { SessionProvider, useSession } from './shell/SessionProvider'
import { Shell } from './shell/Shell'
import { firstBox } from './shell/boxes'
import { useOnePerson } from './shell/useOnePerson'
import { api } from './wire/api'
import { isSignInRequired } from './wire/refusal'
import type { Me } from './wire/session'

const BoardPage = lazy(() => import('./features/board/BoardPage'))
const ComposePage = lazy(() => import('./features/compose/ComposePage'))
const DraftingPage = lazy(() => import('./features/drafting/DraftingPage'))
const DraftHistoryPage = lazy(() => import('./features/drafting/DraftHistoryPage'))
const IssuePage = lazy(() => import('./features/compose/IssuePage'))
const OperatorPage = lazy(() => import('./features/operator/OperatorPage'))
const PreferencesPage = lazy(() => import('./features/preferences/PreferencesPage'))
const RegisterPage = lazy(() => import('./features/registers/RegisterPage'))
const StaffPage = lazy(() => import('./features/staff/StaffPage'))
const SearchPage = lazy(() => import('./features/search/SearchPage'))
const DocumentPage = lazy(() => import('./features/documents/DocumentPage'))

const doorRetryMs = 4_000

export function App() {
  const locale = useLocale()
  const queries = useQueryClient()
  const session = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => api.session(signal).catch((error: unknown) => {
      if (isSignInRequired(error)) return null
      throw error
    }),
    staleTime: Infinity,
    // Nobody need reload: the door opens when the server answers again.
    refetchInterval: ({ state }) => (state.data === undefined && state.status === 'error' ? doorRetryMs : false),
  })
  const setMe = (me: Me) => queries.setQueryData(['session'], me)
  const { gone, leave } = useOnePerson(session.data?.official.id)

  return (
    <I18nProvider locale={locale === 'vi' ? 'vi-VN' : 'en-GB'}>
      {gone || session.isPending ? (
        <RuledLines />
      ) : session.data === undefined ? (
        // What is on the screen stays there when only reading the session anew fails.
        <ServerAway error={session.error} onRetry={() => void session.refetch()} />
      ) : session.data === null ? (
        <SignInPage onSignedIn={setMe} />
      ) : (
        <SessionProvider me={session.data} onMe={setMe} onLeave={leave}>
          <Connected />
        </SessionProvider>
      )}
    </I18nProvider>
  )
}

function Connected() {
  const { me, end } = useSession()
  return (
    <LiveProvider me={me} onSignedOut={end}>
      <OutboxProvider>
        <Leaving>
          <Shell>
            <Suspense fallback={<RuledLines />}>
              <Switch>
                <Route path="/">
                  <Redirect to={`/inbox/${firstBox(me.seats)}`} replace />
                </Route>
                <Route path="/inbox/:box">{({ box }) => <InboxPage key={box} box={box} />}</Route>
                <Route path="/compose">
                  <ComposePage />
                </Route>
                <Route path="/documents/:id">{({ id }) => <DocumentPage key={id} documentId={id} />}</Route>
                <Route path="/documents/:id/edit">{({ id }) => <ComposePage key={id} documentId={id} />}</Route>
                <Route path="/documents/:id/write">{({ id }) => <DraftingPage key={id} documentId={id} />}</Route>
                <Route path="/documents/:id/drafting">{({ id }) => <DraftHistoryPage key={id} documentId={id} />}</Route>
                <Route path="/documents/:id/issue">{({ id }) => <IssuePage key={id} documentId={id} />}</Route>
                <Route path="/documents/:id/board">{({ id }) => <BoardPage key={id} documentId={id} />}</Route>
                <Route path="/documents/:id/board/:tile">{({ id, tile }) => <BoardPage key={id} documentId={id} tile={tile} />}</Route>
                <Route path="/registers/:book">{({ book }) => <RegisterPage key={book} book={book === 'outgoing' ? 'outgoing' : 'incoming'} />}</Route>
                <Route path="/search">
                  <SearchPage />
                </Route>
                <Route path="/preferences">
                  <PreferencesPage />
                </Route>
                <Route path="/staff">
                  <StaffPage />
                </Route>
                <Route path="/operator">
                  <OperatorPage />
                </Route>
                <Route>
                  <NotInScope />
                </Route>
              </Switch>
            </Suspense>
          </Shell>
        </Leaving>
      </OutboxProvider>
    </LiveProvider>
  )
}
