import { PencilLine } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from '../../i18n'

type Way = 'directly' | 'suggesting'

interface WritingWayProps {
  suggests: boolean
  /** Whoever may only suggest sees what the others choose from. */
  mayWrite: boolean
  /** What says how one goes about it. */
  describedBy: string
  onChange: (suggests: boolean) => void
}

/** Whether what this person changes is changed at once, or suggested. */
export function WritingWay({ suggests, mayWrite, describedBy, onChange }: WritingWayProps) {
  const { t } = useTranslation()
  const way: Way = suggests ? 'suggesting' : 'directly'
  return (
    <RadioGroup aria-label={t('drafting.way')} aria-describedby={describedBy} value={way} onChange={(next) => onChange(next === 'suggesting')} orientation="horizontal">
      <div className="segmented drafting__way">
        <Radio value="directly" className="segmented__part" isDisabled={!mayWrite}>
          {t('drafting.directly')}
        </Radio>
        <Radio value="suggesting" className="segmented__part">
          <PencilLine className="icon" size={16} aria-hidden="true" />
          {t('drafting.threads.suggestion')}
        </Radio>
      </div>
    </RadioGroup>
  )
}
