import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Avatar } from '../../components/signs'
import { RuledLines } from '../../components/EmptyState'
import { Refusal } from '../../components/Refusal'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import type { Authors, DocumentView, Version } from '../../wire/documents'
import { PaperHead } from '../documents/PaperHead'
import { WrittenText } from '../documents/WrittenText'
import { marginWords, sharesOf } from './authors'
import './who.css'

/** One version as it was, with its writers in the margin. */
export function VersionSheet({ view, version }: { view: DocumentView; version: Version }) {
  const found = useQuery({ queryKey: ['version', view.id, version.version], queryFn: ({ signal }) => api.version(view.id, version.version, signal), staleTime: Infinity })
  const authors = useQuery({ queryKey: ['authors', view.id, version.version], queryFn: ({ signal }) => api.authors(view.id, version.version, signal), staleTime: Infinity })
  const notes = useMemo(() => authors.data && marginsOf(authors.data), [authors.data])
  if (found.isPending) return <RuledLines />
  if (!found.data?.content) return <Refusal act="load" error={found.error} onRetry={found.refetch} />
  return (
    <>
      {authors.data && <Writers authors={authors.data} />}
      <div className="paper" lang="vi">
        <PaperHead document={view} />
        <WrittenText content={found.data.content} notes={notes} />
      </div>
    </>
  )
}

/** A paragraph whose writers are those of the one above says nothing: a margin full of one name is not read. */
function marginsOf(authors: Authors): string[] {
  const words = [...sharesOf(authors).values()].map(marginWords)
  return words.map((one, at) => (at > 0 && one === words[at - 1] ? '' : one))
}

function Writers({ authors }: { authors: Authors }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <section className="draft-history__writers" aria-label={t('drafting.who')}>
      <h2 className="pane-title">{t('drafting.who')}</h2>
      <ul>
        {authors.people.map((one) => (
          <li key={one.id} title={one.unit ? unitName(one.unit, locale) : undefined}>
            <Avatar id={one.id} name={one.name} />
            {one.name}
          </li>
        ))}
      </ul>
    </section>
  )
}
