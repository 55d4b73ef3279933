import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Lock, Pencil, Tag } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { Select } from '../../components/Select'
import { moment } from '../../format/dates'
import { useTranslation } from '../../i18n'
import { useKeys } from '../../shell/keys'
import { useIsPhone } from '../../shell/media'
import { PhoneBar } from '../../shell/PhoneBar'
import { usePageTitle } from '../../shell/usePageTitle'
import { api } from '../../wire/api'
import { isNotInScope } from '../../wire/refusal'
import type { DocumentView, Version } from '../../wire/documents'
import { useDocument } from '../documents/useDocument'
import { Comparison } from './Comparison'
import { useVersionName, useVersions, useVersionTitle } from './useVersions'
import { VersionSheet } from './VersionSheet'
import './draft-history.css'

/** How a text written together came about: its versions, whose they are, what changed between any two, who wrote what. */
export default function DraftHistoryPage({ documentId }: { documentId: string }) {
  const document = useDocument(documentId)
  if (document.isPending) return <RuledLines />
  if (isNotInScope(document.error) || document.data?.draftingHistory === false) return <NotInScope />
  if (!document.data) return <Refusal act="load" error={document.error} onRetry={document.refetch} />
  return <Versions view={document.data} />
}

function Versions({ view }: { view: DocumentView }) {
  const { t } = useTranslation()
  const phone = useIsPhone()
  const [, go] = useLocation()
  const versions = useVersions(view)
  const isDrafted = view.state === 'drafting'
  const back = isDrafted ? `/documents/${view.id}/write` : `/documents/${view.id}`
  useKeys({ Escape: () => go(back) })
  // The tab's title never carries the name of a classified document.
  usePageTitle(t('drafting.history'))
  if (versions.isPending) return <RuledLines />
  if (!versions.data) return isNotInScope(versions.error) ? <NotInScope /> : <Refusal act="load" error={versions.error} onRetry={versions.refetch} />
  return (
    <article className="draft-history">
      <PhoneBar back={back} title={t('drafting.history')} end={<span />} />
      {!phone && (
        <header className="draft-history__head">
          <Link href={back} className="link-button">
            {isDrafted ? <Pencil className="icon" size={16} aria-hidden="true" /> : <ArrowLeft className="icon" size={16} aria-hidden="true" />}
            {t(isDrafted ? 'drafting.openDraft' : 'drafting.toDocument')}
          </Link>
          <h1 className="page-title ellipsis" tabIndex={-1}>{t('drafting.history')}: {view.abstract}</h1>
        </header>
      )}
      {versions.data.length ? <Chosen view={view} versions={versions.data} /> : <p className="draft-history__none">{t('drafting.historyNone')}</p>}
    </article>
  )
}

const nothing = 'none'

function Chosen({ view, versions }: { view: DocumentView; versions: Version[] }) {
  const { t } = useTranslation()
  const nameOf = useVersionName(versions)
  const [shown, setShown] = useState(versions[0]!.version)
  const [against, setAgainst] = useState(nothing)
  const older = versions.find((one) => one.version === against)
  const newer = versions.find((one) => one.version === shown) ?? versions[0]!
  return (
    <div className="draft-history__columns">
      <nav className="draft-history__list" aria-label={t('drafting.historyList')} data-pane data-scroll>
        <ol>
          {versions.map((one) => {
            const Icon = one.name ? Tag : Lock
            return (
              <li key={one.version}>
                <button type="button" className="list-button draft-history__one" aria-current={one === newer ? 'true' : undefined} onClick={() => setShown(one.version)}>
                  <Icon className="icon" size={16} aria-hidden="true" />
                  <span>
                    <b>{nameOf(one)}</b>
                    <span className="draft-history__by">{t('drafting.bywhom', { who: one.by.name, at: moment(one.at) })}</span>
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
      </nav>
      <section className="draft-history__desk" data-pane data-scroll aria-label={nameOf(newer)}>
        <div className="draft-history__against">
          <Select
            label={t('drafting.against')}
            value={older && older !== newer ? against : nothing}
            onChange={setAgainst}
            options={[
              { id: nothing, label: t('drafting.againstNone') },
              ...versions.filter((one) => one !== newer).map((one) => ({ id: one.version, label: nameOf(one), note: t('drafting.bywhom', { who: one.by.name, at: moment(one.at) }) })),
            ]}
          />
        </div>
        {older && older !== newer
          ? <Pair documentId={view.id} left={older} right={newer} />
          : <VersionSheet key={newer.version} view={view} version={newer} />}
      </section>
    </div>
  )
}

function Pair({ documentId, left, right }: { documentId: string; left: Version; right: Version }) {
  const titleOf = useVersionTitle()
  const before = useVersion(documentId, left.version)
  const after = useVersion(documentId, right.version)
  if (before.isPending || after.isPending) return <RuledLines />
  if (!before.data?.content || !after.data?.content) {
    const retry = () => [before, after].filter(({ isError }) => isError).forEach(({ refetch }) => void refetch())
    return <Refusal act="load" error={before.error ?? after.error} onRetry={retry} />
  }
  return <Comparison left={{ title: titleOf(left), content: before.data.content }} right={{ title: titleOf(right), content: after.data.content }} />
}

function useVersion(documentId: string, version: string) {
  return useQuery({ queryKey: ['version', documentId, version], queryFn: ({ signal }) => api.version(documentId, version, signal), staleTime: Infinity })
}
