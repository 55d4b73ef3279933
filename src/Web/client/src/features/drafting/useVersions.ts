import { useQuery } from '@tanstack/react-query'
import { moment } from '../../format/dates'
import { useTranslation } from '../../i18n'
import { api } from '../../wire/api'
import type { DocumentView, Version } from '../../wire/documents'

/** Newest first. */
export function useVersions(view: DocumentView) {
  return useQuery({ queryKey: ['versions', view.id, view.position], queryFn: ({ signal }) => api.versions(view.id, signal) })
}

/** What a version is called in a list: its name, or which submission it was. */
export function useVersionName(versions: Version[]) {
  const { t } = useTranslation()
  const submitted = versions.filter((one) => !one.name)
  return (version: Version): string =>
    version.name ?? t('drafting.version', { number: submitted.length - submitted.findIndex((one) => one.version === version.version) })
}

/** What stands over a version: its name and whose it is, or who submitted it when. */
export function useVersionTitle() {
  const { t } = useTranslation()
  return (version: Version): string => {
    const at = moment(version.at)
    return version.name ? t('drafting.versionNamed', { name: version.name, who: version.by.name, at }) : t('drafting.versionOf', { who: version.by.name, at })
  }
}
