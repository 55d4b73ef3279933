import { Copy, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { NotInScope } from '../../components/NotInScope'
import { Refusal } from '../../components/Refusal'
import { RuledLines } from '../../components/EmptyState'
import { useTranslation } from '../../i18n'
import { usePageTitle } from '../../shell/usePageTitle'
import { WrittenText } from '../documents/WrittenText'
import { copyBlocks } from './copyBlocks'
import { useLeftBehind } from './useLeftBehind'

/** A draft that the server does not know: with what this browser kept of it, where a restore may have taken the draft itself. */
export function LeftBehind({ documentId }: { documentId: string }) {
  const { t } = useTranslation()
  const { left, error, giveUp } = useLeftBehind(documentId)
  usePageTitle(t('drafting.title'))
  const [copied, setCopied] = useState<boolean | null>(null)
  if (error) return <Refusal act="load" error={error} />
  if (left === null) return <NotInScope />
  return (
    <article className="drafting">
      {left && <h1 className="page-title" tabIndex={-1}>{t('drafting.title')}</h1>}
      {/* It stands before its words come: a region that comes with them is heard by few readers. */}
      <div aria-live="polite">
        {left && (
          <section className="late callout callout--warn">
            <p>{t('drafting.stopped.restored')}</p>
            <p>{t('drafting.lateUnknown')}</p>
            {copied !== null && <p>{t(copied ? 'drafting.lateCopied' : 'drafting.lateNotCopied')}</p>}
            <span className="late__ways">
              <Button small icon={Copy} onClick={() => setCopied(copyBlocks(left.content.content, left.type.schema))}>{t('drafting.lateCopyPage')}</Button>
              <Button small icon={X} onClick={giveUp}>{t('drafting.giveUp')}</Button>
            </span>
          </section>
        )}
      </div>
      {left ? (
        <section className="drafting__desk" aria-label={t('documents.content')} data-pane data-scroll>
          <div className="paper sheet" lang="vi">
            <WrittenText content={JSON.stringify(left)} />
          </div>
        </section>
      ) : (
        <RuledLines />
      )}
    </article>
  )
}
