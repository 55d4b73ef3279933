import { ArrowLeft, Check, ChartNoAxesColumn, FileDown, History, Paperclip } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Link, useLocation, useSearchParams } from 'wouter'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { Deadline, SecrecyChip, UrgencyChip } from '../../components/signs'
import { fullDate, fullDay } from '../../format/dates'
import { formatBytes, formatNumber } from '../../format/numbers'
import { typeName, unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { keyOf } from '../../live/snapshot'
import { useInbox } from '../../live/LiveProvider'
import { isPlace } from '../../shell/boxes'
import { useKeys } from '../../shell/keys'
import { useIsNarrow, useIsPhone } from '../../shell/media'
import { originIn, originOfPlace } from '../../shell/origin'
import { PhoneBar } from '../../shell/PhoneBar'
import { usePageTitle } from '../../shell/usePageTitle'
import { api } from '../../wire/api'
import { isNotInScope } from '../../wire/refusal'
import type { DocumentView } from '../../wire/documents'
import { isNote } from '../../wire/inbox'
import { ActionBar } from './ActionBar'
import { Conversation } from './Conversation'
import { FileList } from './FileList'
import { Links } from './Links'
import { Paper } from './Paper'
import { RecallNotice } from './RecallNotice'
import { Travel } from './Travel'
import { myDelivery, pressing, restingDueOn } from './useDocument'
import { useLiveDocument } from './useLiveDocument'
import { useNeighbours } from './useNeighbours'
import { useOpened } from './useOpened'
import './document.css'
import './document-print.css'

export default function DocumentPage({ documentId }: { documentId: string }) {
  const document = useLiveDocument(documentId)
  useOpened(document.data)
  if (document.isPending) return <RuledLines />
  if (isNotInScope(document.error)) return <NotInScope />
  if (!document.data) {
    return (
      <div className="inbox__problem">
        <Refusal act="load" error={document.error} onRetry={document.refetch} />
      </div>
    )
  }
  return <Loaded view={document.data} />
}

function Loaded({ view }: { view: DocumentView }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [, go] = useLocation()
  const [parameters] = useSearchParams()
  const inbox = useInbox()
  const narrow = useIsNarrow()
  const phone = useIsPhone()
  const heading = useRef<HTMLHeadingElement>(null)
  // Where the document came to two units of this person, the address may name one of the two deliveries.
  const named = parameters.get('delivery')
  const item = inbox ? [...inbox.items.values()].find((one) => one.documentId === view.id && !isNote(one) && (!named || one.deliveryId === named)) : undefined
  const delivery = myDelivery(view, named ?? item?.deliveryId)
  const due = pressing(view, delivery)
  const resting = restingDueOn(view, delivery)
  // As the address has it: the router's own reading decodes twice, and would take apart what was searched.
  const opened = originIn(new URLSearchParams(window.location.search))
  // A link that a colleague sent says nothing of where it was opened: back is the box in which the document lies.
  const origin = opened ?? (item && isPlace(item.box) ? originOfPlace(item.box) : null)
  const back = origin?.href ?? '/'
  const neighbours = useNeighbours(view.id, named, opened?.place ?? null, opened?.filter ?? 'all')
  // The tab's title never carries the name of a classified document.
  usePageTitle(view.secrecy === 'normal' ? (view.symbol ?? view.typeName) : t('documents.document'))

  useEffect(() => heading.current?.focus({ preventScroll: true }), [view.id, named])
  useKeys({
    Escape: () => go(back),
    '[': neighbours.previous ? () => go(neighbours.previous!) : undefined,
    ']': neighbours.next ? () => go(neighbours.next!) : undefined,
  })
  const goOn = () => {
    if (neighbours.next) go(neighbours.next)
  }

  const title = (
    <h1 className="document__title" ref={heading} tabIndex={-1}>
      {view.abstract}
    </h1>
  )
  // An open form is about the delivery it was opened on.
  const actions = <ActionBar key={delivery?.id} view={view} delivery={delivery} itemKey={item && keyOf(item)} onDone={goOn} openCount={4} />
  const bytes = view.files.reduce((sum, file) => sum + file.size, 0)
  const content = (
    <>
      <Paper document={view} />
      <FileList view={view} />
    </>
  )
  return (
    <article className="document">
      <PhoneBar heading={false} back={back} title={view.symbol ?? t('documents.noSymbol')} end={<span />} />
      <header className="document__head">
        <div className="document__line">
          {!phone && (
            <>
              <Link href={back} className="link-button">
                <ArrowLeft className="icon" size={16} aria-hidden="true" />
                {t(origin?.name ?? 'shell.back')}
              </Link>
              <b className="document__symbol">{view.symbol ?? t('documents.noSymbol')}</b>
              <span className="tag">{typeName(view, locale)}</span>
            </>
          )}
          <UrgencyChip urgency={view.urgency} />
          <SecrecyChip secrecy={view.secrecy} />
          {due && <Deadline dueOn={due.dueOn} overdue={item?.overdue} urgency={view.urgency} dated={!phone} />}
          {view.state !== 'issued' && <span className="tag">{t(`words.documentStates.${view.state}`)}</span>}
          {!view.cancelled && (
            <a className="link-button document__board" href={api.wordAddress(view.id)} download>
              <FileDown className="icon" size={16} aria-hidden="true" />
              {t('documents.wordFile')}
            </a>
          )}
          {view.draftingHistory && view.state !== 'drafting' && (
            <Link href={`/documents/${view.id}/drafting`} className="link-button">
              <History className="icon" size={16} aria-hidden="true" />
              {t('drafting.history')}
            </Link>
          )}
          {view.board && view.recipients && (
            <Link href={`/documents/${view.id}/board`} className="link-button document__board">
              <ChartNoAxesColumn className="icon" size={16} aria-hidden="true" />
              {t('documents.board', { count: view.recipients.units })}
            </Link>
          )}
        </div>
        {title}
        <Links view={view} />
        <RecallNotice view={view} delivery={delivery} />
        <dl className="document__facts">
          <Fact name={t('documents.from')}>{unitName(view.unit, locale)}</Fact>
          {resting && <Fact name={t('documents.dueOn')}>{fullDay(resting)}</Fact>}
          {view.documentDate && <Fact name={t('documents.date')}>{fullDay(view.documentDate)}</Fact>}
          {delivery?.arrivalNo != null && (
            <Fact name={t('documents.arrivalNo')}>
              {t('documents.arrivalOn', { number: formatNumber(delivery.arrivalNo, locale), date: fullDate(delivery.registeredAt ?? delivery.arrivedAt ?? '') })}
            </Fact>
          )}
          {delivery?.returnReason && <Fact name={t('documents.returned')}>{delivery.returnReason}</Fact>}
          {!view.issuedAt && <Fact name={t('documents.author')}>{view.author.name}</Fact>}
          {view.signer && (
            <Fact name={t('documents.signature')}>
              <span className="facts__ok">
                <Check className="icon" size={16} aria-hidden="true" />
                {view.signer.name}, {fullDate(view.signer.at)}
              </span>
            </Fact>
          )}
          {view.files.length > 0 && (
            <Fact name={t('documents.files')}>
              <span className="document__files">
                <Paperclip className="icon" size={14} aria-hidden="true" />
                {t('documents.fileCount', { count: view.files.length, size: formatBytes(bytes, locale) })}
              </span>
            </Fact>
          )}
          {view.instruction && <Fact name={t('documents.request')}>{view.instruction}</Fact>}
        </dl>
        {!phone && <div className="document__actions">{actions}</div>}
      </header>
      {narrow ? (
        <Tabs className="document__tabs" defaultSelectedKey="content">
          <TabList className="tabs" aria-label={t('documents.parts')}>
            <Tab id="content" className="tabs__tab">{t('documents.content')}</Tab>
            <Tab id="travel" className="tabs__tab">{t('documents.travelShort')}</Tab>
            <Tab id="talk" className="tabs__tab">{t('documents.talk')}{view.comments.length > 0 && ` ${formatNumber(view.comments.length, locale)}`}</Tab>
          </TabList>
          <TabPanel id="content" className="document__desk">{content}</TabPanel>
          <TabPanel id="travel" className="document__travel"><Travel key={delivery?.id} view={view} delivery={delivery} /></TabPanel>
          <TabPanel id="talk" className="document__talk"><Conversation view={view} delivery={delivery} /></TabPanel>
        </Tabs>
      ) : (
        <div className="document__columns">
          <section className="document__desk" aria-label={t('documents.content')} tabIndex={-1} data-pane data-scroll>
            {content}
          </section>
          <section className="document__travel" aria-label={t('documents.travel')} tabIndex={-1} data-pane>
            <Travel key={delivery?.id} view={view} delivery={delivery} />
          </section>
          <aside className="document__talk" aria-label={t('documents.talk')} tabIndex={-1} data-pane>
            <Conversation view={view} delivery={delivery} />
          </aside>
        </div>
      )}
      {phone && <div className="document__foot">{actions}</div>}
    </article>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt> <dd>{children}</dd>
    </div>
  )
}
