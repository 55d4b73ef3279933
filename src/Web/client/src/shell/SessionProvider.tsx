import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { i18n } from '../i18n'
import { api } from '../wire/api'
import { onSignInRequired, sendAs } from '../wire/http'
import type { Me, Preferences, Seat } from '../wire/session'
import { actingSeat, applyLook, setActingSeat } from './settings'

interface Session {
  me: Me
  /** The seat that new documents are drafted from and registers are read for. */
  seat: Seat | null
  chooseSeat: (seat: Seat) => void
  savePreferences: (preferences: Preferences) => Promise<void>
  /** The session is over: nothing of the person's stays at this browser, nor of this page. */
  leave: () => void
  /** The server ended the session; what is on the page stays until the person signs in again. */
  ended: boolean
  end: () => void
  resume: (me: Me) => void
}

const SessionContext = createContext<Session | null>(null)

interface SessionProviderProps {
  me: Me
  onMe: (me: Me) => void
  onLeave: () => void
  children: ReactNode
}

export function SessionProvider({ me, onMe, onLeave, children }: SessionProviderProps) {
  const queries = useQueryClient()
  const [ended, setEnded] = useState(false)
  const [seatId, setSeatId] = useState(() => actingSeat(me.official.id))
  const { theme, density, locale } = me.preferences

  useEffect(() => applyLook({ theme, density }), [theme, density])
  useEffect(() => void i18n.changeLanguage(locale), [locale])

  useEffect(() => sendAs(me.official.id), [me.official.id])

  const end = useCallback(() => setEnded(true), [])
  useEffect(() => {
    onSignInRequired(end)
    return () => onSignInRequired(() => {})
  }, [end])

  const working = useMemo(() => me.seats.filter((seat) => seat.unit && seat.kind !== 'person'), [me.seats])
  const seat = working.find((one) => one.id === seatId) ?? working.find((one) => one.kind === 'post') ?? working[0] ?? null

  const session: Session = {
    me,
    seat,
    ended,
    end,
    chooseSeat: (next) => {
      setSeatId(next.id)
      setActingSeat(me.official.id, next.id)
    },
    savePreferences: async (preferences) => {
      onMe({ ...me, preferences })
      await api.savePreferences(preferences)
    },
    leave: onLeave,
    resume: (next) => {
      onMe(next)
      // For another person the page goes, with all that it holds.
      if (next.official.id !== me.official.id) return
      setEnded(false)
      void queries.invalidateQueries()
    },
  }
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside SessionProvider')
  return session
}
