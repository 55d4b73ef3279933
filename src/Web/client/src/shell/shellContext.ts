import { createContext, useContext } from 'react'

export const ShellContext = createContext({ openRail: () => {}, showKeys: () => {} })
export const useShell = () => useContext(ShellContext)
