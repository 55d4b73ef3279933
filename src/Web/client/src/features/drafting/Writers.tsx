import { Avatar } from '../../components/signs'
import { useTranslation } from '../../i18n'
import type { Writer } from './editorOptions'

const facesMax = 4

export function WriterFaces({ present }: { present: Writer[] }) {
  const { t } = useTranslation()
  return (
    <span className="faces">
      {present.slice(0, facesMax).map((one) => (
        <span key={one.id} title={one.unit ? `${one.name}, ${one.unit}` : one.name}>
          <Avatar id={one.id} name={one.name} />
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
          <Avatar id={one.id} name={one.name} />
          <span>
            <b>{one.name}</b>
            <span className="writers__unit">{one.unit}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
