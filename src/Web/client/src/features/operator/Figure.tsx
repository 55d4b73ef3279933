import { useTranslation } from '../../i18n'
import { levelOf, type Measure } from './nodes'

/** A number that is coloured, heavier and named when it is above its threshold. */
export function Figure({ measure, value, children }: { measure: Measure; value: number | undefined; children: string }) {
  const { t } = useTranslation()
  const level = levelOf(measure, value)
  return (
    <span className={`figure figure--${level}`}>
      {children}
      {level !== 'calm' && <span className="visually-hidden">, {t('operator.over')}</span>}
    </span>
  )
}
