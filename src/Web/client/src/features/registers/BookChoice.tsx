import { Select } from '../../components/Select'
import { unitName } from '../../format/names'
import { useLocale, useTranslation } from '../../i18n'
import { useSession } from '../../shell/SessionProvider'
import type { UnitRef } from '../../wire/session'
import type { OpenBook } from './useBook'

/** Whose register is shown: a choice only for who may read that of a merged unit beside the own one. */
export function BookChoice({ open, onChange }: { open: OpenBook; onChange: (unit: string | null) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const own = useSession().seat?.unit
  if (!own || open.others.length === 0) return null
  // The province that all have says nothing here, and takes the place of what tells them apart.
  const name = (unit: UnitRef) => unitName(unit.province === own.province ? { ...unit, province: null } : unit, locale)
  return (
    <div className="register__of">
      <Select
        label={t('registers.of')}
        value={String(open.unit?.id)}
        options={[
          { id: String(own.id), label: name(own) },
          ...open.others.map(({ unit }) => ({ id: String(unit.id), label: t('registers.ofMerged', { name: name(unit) }) })),
        ]}
        onChange={(id) => onChange(id === String(own.id) ? null : id)}
      />
    </div>
  )
}
