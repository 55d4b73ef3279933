import { Button, Kbd } from '../components/Button'
import { Dialog } from '../components/Dialog'
import { useTranslation } from '../i18n'

const rows: [keys: string[], name: string][] = [
  [['J', 'K'], 'move'], [['Enter'], 'open'], [['Esc'], 'back'], [['X'], 'mark'], [['Shift', 'J', 'K'], 'extend'], [['.'], 'menu'],
  [['['], 'previous'], [[']'], 'next'], [['R'], 'register'], [['A'], 'assign'], [['S'], 'sign'], [['E'], 'finish'], [['Z'], 'undo'], [['C'], 'compose'],
  [['/'], 'search'], [['F6'], 'pane'], [['Ctrl', 'Enter'], 'send'], [['Ctrl', 'Alt', 'M'], 'comment'], [['G', 'I'], 'goIncoming'], [['G', 'M'], 'goMine'], [['G', 'L'], 'goLead'],
  [['G', 'P'], 'goCoordinate'], [['G', 'B'], 'goInformation'], [['G', 'O'], 'goOverdue'], [['G', 'D'], 'goDrafts'], [['G', 'S'], 'goSign'],
  [['G', 'R'], 'goRegister'], [['?'], 'help'],
]

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog wide title={t('keys.title')} onClose={onClose} actions={<Button onClick={onClose}>{t('shell.close')}</Button>}>
      <dl className="keys">
        {rows.map(([keys, name]) => (
          <div key={name} className="keys__row">
            <dt>{t(`keys.${name}`)}</dt>
            <dd className="keys__keys">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
              <span className="visually-hidden">{keys.join(' ')}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">{t('keys.note')}</p>
    </Dialog>
  )
}
