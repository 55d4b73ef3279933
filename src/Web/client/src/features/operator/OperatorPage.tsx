import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { EmptyState, RuledLines } from '../../components/EmptyState'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { timeWithSeconds } from '../../format/dates'
import { useTranslation } from '../../i18n'
import { PhoneBar } from '../../shell/PhoneBar'
import { useSession } from '../../shell/SessionProvider'
import { usePageTitle } from '../../shell/usePageTitle'
import { api } from '../../wire/api'
import { Refusal as WireRefusal } from '../../wire/refusal'
import { AttentionList } from './AttentionList'
import { DrainDialog } from './DrainDialog'
import { DrainPanel } from './DrainPanel'
import { isLast } from './nodes'
import { NodeTable } from './NodeTable'
import { Summary } from './Summary'
import './operator.css'

const refreshMs = 2_000

/** For everybody else there is no such page. */
export default function OperatorPage() {
  const { me } = useSession()
  return me.operator ? <Cluster /> : <NotInScope />
}

function Cluster() {
  const { t } = useTranslation()
  const [draining, setDraining] = useState<string | null>(null)
  usePageTitle(t('operator.title'))
  const query = useQuery({
    queryKey: ['nodes'],
    queryFn: ({ signal }) => api.nodes(signal),
    // Only while the page is to be seen, and at once when it is seen again.
    refetchInterval: refreshMs,
    refetchOnWindowFocus: 'always',
    retry: false,
    staleTime: 0,
  })
  const refused = query.error instanceof WireRefusal && query.error.status === 403
  const nodes = refused ? [] : (query.data?.nodes ?? [])
  const chosen = nodes.find(({ name }) => name === draining)
  return (
    <section className="operator" aria-label={t('operator.title')} data-pane data-scroll>
      <PhoneBar title={t('operator.title')} heading={false} end={<span />} />
      <header className="operator__head">
        <h1 className="page-title" tabIndex={-1}>
          {t('operator.title')}
        </h1>
        <p className="operator__note">
          <Lock className="icon" size={14} aria-hidden="true" />
          {t('operator.noContent')}
        </p>
        {query.data && !refused && <Freshness at={query.data.at} old={query.isError} />}
      </header>
      {query.isError && (refused || !query.data) && <Refusal act="load" error={query.error} />}
      {query.isPending && <RuledLines count={3} />}
      {query.data && !refused && nodes.length === 0 && <EmptyState title={t('operator.empty')} />}
      {nodes.length > 0 && (
        <>
          <Summary nodes={nodes} />
          <NodeTable nodes={nodes} old={query.isError} onDrain={({ name }) => setDraining(name)} />
          {nodes.map(({ name, drain }) => drain && <DrainPanel key={name} name={name} drain={drain} />)}
          <AttentionList nodes={nodes} otherDeciders={query.data?.otherDeciders ?? []} />
        </>
      )}
      {chosen && <DrainDialog node={chosen} last={isLast(chosen, nodes)} onClose={() => setDraining(null)} />}
    </section>
  )
}

/** A number on the screen says of what moment it is, and says when that is no longer now. */
function Freshness({ at, old }: { at: string; old: boolean }) {
  const { t } = useTranslation()
  const time = timeWithSeconds(at)
  return (
    <p className={`operator__fresh${old ? ' operator__fresh--old' : ''}`}>
      <span className="operator__lamp" aria-hidden="true" />
      {old ? t('operator.old', { time }) : t('operator.fresh', { time })}
    </p>
  )
}
