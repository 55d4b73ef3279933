import { Select } from '../../components/Select'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { useSession } from '../../shell/SessionProvider'
import type { OpenBook } from './useBook'

/** Whose register is shown: a choice only for who may read that of a merged unit beside the own one. */
export function BookChoice({ open, onChange }: { open: OpenBook; onChange: (unit: string | null) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const own = useSession().seat?.unit
  if (!own || open.others.length === 0) return null
  return (
    <div className="register__of">
      <Select
        label={t('registers.of')}
        value={String(open.unit?.id)}
        options={[
          { id: String(own.id), label: unitName(own, locale) },
          ...open.others.map(({ unit }) => ({ id: String(unit.id), label: t('registers.ofMerged', { name: unitName(unit, locale) }) })),
        ]}
        onChange={(id) => onChange(id === String(own.id) ? null : id)}
      />
    </div>
  )
}
