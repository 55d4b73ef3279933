import { useCallback, useState, type ReactNode } from 'react'
import { Router, type AroundNavHandler } from 'wouter'
import { Button } from '../components/Button'
import { Dialog } from '../components/Dialog'
import { useTranslation } from '../i18n'
import { lossOfLeaving } from './lossOfLeaving'

interface Asked {
  loss: string
  go: () => void
}

/** Asks before a way inside the product is taken from a page that would lose something by it. */
export function Leaving({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const around = useCallback<AroundNavHandler>((navigate, to, options) => {
    const loss = lossOfLeaving()
    if (loss === null) navigate(to, options)
    else setAsked({ loss, go: () => navigate(to, options) })
  }, [])
  const stay = () => setAsked(null)
  return (
    <Router aroundNav={around}>
      {children}
      {asked && (
        <Dialog
          title={t('shell.leaveTitle')}
          onClose={stay}
          actions={
            <>
              <Button autoFocus onClick={stay}>{t('shell.leaveStay')}</Button>
              <Button
                onClick={() => {
                  stay()
                  asked.go()
                }}
              >
                {t('shell.leaveGo')}
              </Button>
            </>
          }
        >
          <p>{asked.loss}</p>
        </Dialog>
      )}
    </Router>
  )
}
