import { createContext, useContext } from 'react'
import type { SignOutWay } from './useSignOut'

interface ShellWays {
  openRail: () => void
  showKeys: () => void
  signOut: (way: SignOutWay) => void
}

export const ShellContext = createContext<ShellWays>({ openRail: () => {}, showKeys: () => {}, signOut: () => {} })
export const useShell = () => useContext(ShellContext)
