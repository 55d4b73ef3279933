import type { LucideIcon } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { Link } from 'wouter'
import { time } from '../format/dates'
import { formatNumber } from '../format/numbers'
import { useLocale, useTranslation } from '../i18n'
import { useIsPhone } from './media'
import { notices } from './notices'

export function BellMenu({ icon: Icon }: { icon: LucideIcon }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const phone = useIsPhone()
  const { arrivals, unseen } = useSyncExternalStore(notices.subscribe, notices.current)
  const label = unseen > 0 ? t('shell.bellUnseen', { count: unseen }) : t('shell.bell')
  return (
    <DialogTrigger onOpenChange={(open) => open && notices.seen()}>
      <Button className="icon-button" aria-label={label}>
        <span className="badged">
          <Icon className="icon" size={phone ? 22 : 18} aria-hidden="true" />
          {unseen > 0 && <span className="badge">{formatNumber(unseen, locale)}</span>}
        </span>
      </Button>
      <Popover className="popover" offset={6} placement="bottom end">
        <Dialog className="bell">
          {({ close }) => (
            <>
              <Heading slot="title" className="pane-title bell__title">
                {t('shell.bellTitle')}
              </Heading>
              {arrivals.length === 0 && <p className="bell__empty">{t('shell.bellEmpty')}</p>}
              <ul>
                {arrivals.map((arrival) => (
                  <li key={arrival.id}>
                    <Link href={arrival.href} className="bell__row" onClick={close}>
                      <span className="bell__time">{time(arrival.at)}</span>
                      <span className="bell__words">
                        <b>{typeof arrival.title === 'string' ? arrival.title : t(arrival.title.key, arrival.title.params)}</b>
                        <br />
                        {arrival.classified ? t('words.classifiedText') : arrival.text}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
