import { useTranslation } from '../../i18n'
import { useSession } from '../../shell/SessionProvider'
import { LeaderSelect } from './LeaderSelect'

/** Whom a draft goes to: the head when nobody is named (null). Not shown where there is no choice. */
export function ReviewerSelect({ chosen, onChoose }: { chosen: number | null; onChoose: (seat: number) => void }) {
  const { t } = useTranslation()
  const { seat } = useSession()
  return <LeaderSelect label={t('compose.reviewer')} seat={seat?.id} chosen={chosen} onChoose={onChoose} />
}
