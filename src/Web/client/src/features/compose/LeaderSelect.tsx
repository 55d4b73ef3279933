import { useQuery } from '@tanstack/react-query'
import { Select } from '../../components/Select'
import { api } from '../../wire/api'

interface LeaderSelectProps {
  label: string
  /** The own seat whose unit's leaders are offered, with those of the units above it up to the body. */
  seat: number | undefined
  /** The head is, when nobody is named (null). */
  chosen: number | null
  onChoose: (seat: number) => void
}

/** Which leader something goes to. Not shown where there is no choice. */
export function LeaderSelect({ label, seat, chosen, onChoose }: LeaderSelectProps) {
  const leaders = useQuery({
    queryKey: ['reviewers', seat],
    queryFn: ({ signal }) => api.reviewers(seat, signal),
    staleTime: 600_000,
  })
  if (!leaders.data || leaders.data.length < 2) return null
  return (
    <Select
      label={label}
      value={String(chosen ?? leaders.data.find((one) => one.head)?.seat ?? '')}
      onChange={(leader) => onChoose(Number(leader))}
      options={leaders.data.map((one) => ({
        id: String(one.seat),
        label: one.name || one.title,
        note: [one.title, one.unit].filter(Boolean).join(', '),
      }))}
    />
  )
}
