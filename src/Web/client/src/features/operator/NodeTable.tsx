import { Power } from 'lucide-react'
import { Button } from '../../components/Button'
import { moment } from '../../format/dates'
import { useTranslation } from '../../i18n'
import type { NodeFigures, NodeReport } from '../../wire/nodes'
import { Figure } from './Figure'
import { levelOf, valueOf, versionsOf, type Measure } from './nodes'
import { ResumeButton } from './ResumeButton'
import { StateSign } from './StateSign'
import { useWords } from './useWords'

const columns = [
  'name', 'state', 'version', 'connections', 'cpu', 'memory', 'commits', 'commitTime', 'batch', 'queue', 'lag', 'lost', 'job', 'act',
] as const
const numbers = new Set<string>(columns.slice(3, -1))

interface NodeTableProps {
  nodes: NodeReport[]
  /** True while what is shown may no longer hold. */
  old: boolean
  onDrain: (node: NodeReport) => void
}

/** One row a node; thresholds colour the number, not the row. */
export function NodeTable({ nodes, old, onDrain }: NodeTableProps) {
  const { t } = useTranslation()
  const newest = versionsOf(nodes).at(-1)
  return (
    // The table may scroll sideways on a narrow screen.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="node-table" tabIndex={0} role="region" aria-label={t('operator.nodes')}>
      <table className={old ? 'node-table__old' : undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={numbers.has(column) ? 'node-table__number' : undefined}>
                {column === 'act' ? <span className="visually-hidden">{t('operator.columns.act')}</span> : t(`operator.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <Row key={node.name} node={node} newest={newest} onDrain={() => onDrain(node)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function rolesOf({ servesPeople, decides }: NodeFigures) {
  return servesPeople && decides ? 'both' : servesPeople ? 'edge' : 'silo'
}

function Row({ node, newest, onDrain }: { node: NodeReport; newest: string | undefined; onDrain: () => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const { figures } = node
  const judged = (measure: Measure) => {
    const value = figures && valueOf[measure](figures)
    return <Figure measure={measure} value={value}>{words.of[measure](value)}</Figure>
  }
  const cells: Record<string, React.ReactNode> = {
    connections: words.whole(figures?.connections),
    cpu: (
      <>
        <CpuBar share={figures?.cpuShare} />
        {judged('cpu')}
      </>
    ),
    memory: words.megabytes(figures?.memoryBytes),
    commits: words.measured(figures?.commitsPerSecond),
    commitTime: figures?.commitMsP50 === undefined ? '–' : (
      <>
        {words.milliseconds(figures.commitMsP50)}, {judged('commit')}
      </>
    ),
    batch: words.measured(figures?.batchSize),
    queue: judged('queue'),
    lag: judged('lag'),
    lost: judged('lost'),
    job: judged('job'),
  }
  return (
    <tr>
      <th scope="row">
        {node.name}
        {figures && <span className="node-table__more">{t(`operator.roles.${rolesOf(figures)}`)}</span>}
      </th>
      <td>
        <StateSign state={node.state} />
        {figures && <span className="node-table__more">{t('operator.since', { moment: moment(figures.since) })}</span>}
      </td>
      <td data-name={t('operator.columns.version')}>
        {figures && figures.version !== newest ? <b>{figures.version}</b> : (figures?.version ?? '–')}
      </td>
      {Object.entries(cells).map(([name, cell]) => (
        <td key={name} className="node-table__number" data-name={t(`operator.columns.${name}`)}>
          <span className="node-table__value">{cell}</span>
        </td>
      ))}
      <td className="node-table__act">
        {(node.state === 'ready' || node.state === 'notReady') && (
          <Button small icon={Power} aria-label={t('operator.drain.open', { name: node.name })} onClick={onDrain}>
            {t('acts.drain.verb')}
          </Button>
        )}
        {node.drain && node.drain.step !== 'stopping' && <ResumeButton name={node.name} />}
      </td>
    </tr>
  )
}

/** Decoration beside the number that says the same. */
function CpuBar({ share }: { share: number | undefined }) {
  return (
    <svg className={`cpu-bar figure--${levelOf('cpu', share)}`} width="56" height="8" aria-hidden="true">
      <rect className="cpu-bar__rail" x="0.5" y="0.5" width="55" height="7" rx="2" />
      <rect className="cpu-bar__part" y="0" width={56 * (share ?? 0)} height="8" rx="2" />
    </svg>
  )
}
