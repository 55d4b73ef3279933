import { initials } from '../../format/names'
import { useTranslation } from '../../i18n'
import type { Writer } from './editorOptions'
import { writerClass } from './writerColours'

const facesMax = 4

/** In the colour of the person's caret. */
function Face({ of }: { of: Writer }) {
  return <span className={`avatar writers__face ${writerClass(of.color)}`} aria-hidden="true">{initials(of.name)}</span>
}

export function WriterFaces({ present }: { present: Writer[] }) {
  const { t } = useTranslation()
  return (
    <span className="faces">
      {present.slice(0, facesMax).map((one) => (
        <span key={one.id} title={one.unit ? `${one.name}, ${one.unit}` : one.name}>
          <Face of={one} />
        </span>
      ))}
      <span className="faces__count">{present.length > 1 ? t('drafting.together', { count: present.length }) : t('drafting.alone')}</span>
    </span>
  )
}

export function Writers({ present }: { present: Writer[] }) {
  return (
    <ul className="writers">
      {present.map((one) => (
        <li key={one.id} className="writers__one">
          <Face of={one} />
          <span>
            <b>{one.name}</b>
            <span className="writers__unit">{one.unit}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
