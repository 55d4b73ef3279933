import { BookmarkPlus, ChevronDown, History, Lock, Pencil, Tag } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useLocation } from 'wouter'
import { Menu } from '../../components/Menu'
import { moment } from '../../format/dates'
import { useTranslation } from '../../i18n'
import type { DocumentView } from '../../wire/documents'
import { NameVersion } from './NameVersion'
import { useVersionName, useVersions } from './useVersions'

const now = 'now'
const save = 'save'
const all = 'all'

interface VersionsProps {
  view: DocumentView
  mayWrite: boolean
  /** Something typed here is not saved yet, and would not be in a version. */
  unsaved: boolean
  /** The version that the text is compared with; null while it is written. */
  shown: string | null
  onShow: (version: string | null) => void
}

/** The latest versions; choosing one shows what has changed since. */
const listedMax = 12

export function Versions({ view, mayWrite, unsaved, shown, onShow }: VersionsProps) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [naming, setNaming] = useState(false)
  const versions = useVersions(view)
  const nameOf = useVersionName(versions.data ?? [])
  if (!mayWrite && !versions.data?.length) return null
  const choose = (id: string) => {
    if (id === save) setNaming(true)
    else if (id === all) go(`/documents/${view.id}/drafting`)
    else onShow(id === now ? null : id)
  }
  return (
    <>
      <Menu
        label={t('drafting.versions')}
        selected={shown ?? now}
        onAction={choose}
        // Others name versions too.
        onOpenChange={(open) => open && void versions.refetch()}
        entries={[
          ...(mayWrite ? [{ id: save, label: t('drafting.saveVersion'), icon: BookmarkPlus }] : []),
          { id: now, label: t(view.state === 'drafting' ? 'drafting.versionNow' : 'drafting.versionLocked'), icon: Pencil },
          ...(versions.data ?? []).slice(0, listedMax).map((one) => ({
            id: one.version, icon: one.name ? Tag : Lock, label: nameOf(one), note: `${one.by.name}, ${moment(one.at)}`,
          })),
          { id: all, label: t('drafting.history'), icon: History },
        ]}
        trigger={
          <AriaButton className="button button--plain">
            <History className="icon" size={16} aria-hidden="true" />
            {t('drafting.versions')}
            <ChevronDown className="icon" size={16} aria-hidden="true" />
          </AriaButton>
        }
      />
      {naming && <NameVersion view={view} unsaved={unsaved} onClose={() => setNaming(false)} onNamed={() => void versions.refetch()} />}
    </>
  )
}
