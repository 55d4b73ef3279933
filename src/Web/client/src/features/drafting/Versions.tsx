import { useQuery } from '@tanstack/react-query'
import { ChevronDown, History, Lock, Pencil } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Menu } from '../../components/Menu'
import { fullDate } from '../../format/dates'
import { useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import type { DocumentView } from '../../wire/documents'

const now = 'now'

interface VersionsProps {
  view: DocumentView
  /** The version that the text is compared with; null while it is written. */
  shown: number | null
  onShow: (version: number | null) => void
}

/** Each time the text was submitted; choosing one shows what has changed since. */
export function Versions({ view, shown, onShow }: VersionsProps) {
  const { t } = useTranslation()
  const versions = useQuery({ queryKey: ['versions', view.id, view.position], queryFn: ({ signal }) => api.versions(view.id, signal) })
  if (!versions.data?.length) return null
  const count = versions.data.length
  return (
    <Menu
      label={t('drafting.versions')}
      selected={shown === null ? now : String(shown)}
      onAction={(id) => onShow(id === now ? null : Number(id))}
      entries={[
        { id: now, label: t(view.state === 'drafting' ? 'drafting.versionNow' : 'drafting.versionLocked'), icon: Pencil },
        ...versions.data.map((one, at) => ({
          id: String(one.version), icon: Lock, label: t('drafting.version', { number: count - at }), note: `${one.by.name}, ${fullDate(one.at)}`,
        })),
      ]}
      trigger={
        <AriaButton className="button button--plain">
          <History className="icon" size={16} aria-hidden="true" />
          {t('drafting.versions')}
          <ChevronDown className="icon" size={16} aria-hidden="true" />
        </AriaButton>
      }
    />
  )
}
