import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/print.css'
import './theme/forced-colors.css'
import './i18n'
import './i18n/controls'
import { App } from './App'
import { applyLook } from './shell/settings'
import { Refusal } from './wire/refusal'

applyLook({ theme: 'system', density: 'normal' })

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Pushes and reconnects say when something changed; focus alone changes nothing.
      refetchOnWindowFocus: false,
      staleTime: 30_000,
      retry: (failures, error) => !(error instanceof Refusal && error.status < 500) && failures < 3,
    },
  },
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
