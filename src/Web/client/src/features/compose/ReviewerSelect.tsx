import { useQuery } from '@tanstack/react-query'
import { Select } from '../../components/Select'
import { useTranslation } from '../../i18n'
import { useSession } from '../../shell/SessionProvider'
import { api } from '../../wire/api'

/** Whom a draft goes to: the head when nobody is named (null). Not shown where there is no choice. */
export function ReviewerSelect({ chosen, onChoose }: { chosen: number | null; onChoose: (seat: number) => void }) {
  const { t } = useTranslation()
  const { seat } = useSession()
  const reviewers = useQuery({
    queryKey: ['reviewers', seat?.id],
    queryFn: ({ signal }) => api.reviewers(seat?.id, signal),
    staleTime: 600_000,
  })
  if (!reviewers.data || reviewers.data.length < 2) return null
  return (
    <Select
      label={t('compose.reviewer')}
      value={String(chosen ?? reviewers.data.find((one) => one.head)?.seat ?? '')}
      onChange={(reviewer) => onChoose(Number(reviewer))}
      options={reviewers.data.map((one) => ({
        id: String(one.seat),
        label: one.name || one.title,
        note: [one.title, one.unit].filter(Boolean).join(', '),
      }))}
    />
  )
}
