import type { NodeFigures, NodeReport } from '../../wire/nodes'

export type Measure = 'cpu' | 'commit' | 'queue' | 'lag' | 'lost' | 'job'
export type Level = 'calm' | 'warn' | 'danger'

/** From here on a number is coloured: the alarm rules of docs/operations.md, and what is twice as bad or worse. */
const thresholds: Record<Measure, { warn: number; danger: number }> = {
  cpu: { warn: 0.7, danger: 0.9 },
  commit: { warn: 500, danger: 2_000 },
  queue: { warn: 5_000, danger: 15_000 },
  lag: { warn: 500, danger: 1_000 },
  lost: { warn: 2, danger: 60 },
  job: { warn: 30, danger: 300 },
}

/** What a push may take from commit to screen, at most once in a hundred. */
export const lagTargetMs = thresholds.lag.danger

export function levelOf(measure: Measure, value: number | undefined): Level {
  if (value === undefined || value < thresholds[measure].warn) return 'calm'
  return value < thresholds[measure].danger ? 'warn' : 'danger'
}

export const valueOf: Record<Measure, (figures: NodeFigures) => number | undefined> = {
  cpu: (figures) => figures.cpuShare,
  commit: (figures) => figures.commitMsP99,
  queue: (figures) => figures.queueLength,
  lag: (figures) => figures.pushLagMsP99,
  lost: (figures) => figures.lostHints,
  job: (figures) => figures.oldestJobSeconds,
}

const measures = Object.keys(thresholds) as Measure[]

/** The whole cluster in a few numbers; missing where no node has measured it. */
export interface Totals {
  connections: number
  commitsPerSecond: number
  lostHints: number
  pushLagMsP99?: number
  commitMsP99?: number
  oldestJobSeconds?: number
}

export function totalsOf(nodes: NodeReport[]): Totals {
  const known = nodes.flatMap(({ figures }) => figures ?? [])
  const sum = (of: (figures: NodeFigures) => number) => known.reduce((total, figures) => total + of(figures), 0)
  const worst = (of: (figures: NodeFigures) => number | undefined) => {
    const values = known.flatMap((figures) => of(figures) ?? [])
    return values.length > 0 ? Math.max(...values) : undefined
  }
  return {
    connections: sum((figures) => figures.connections),
    commitsPerSecond: sum((figures) => figures.commitsPerSecond),
    lostHints: sum((figures) => figures.lostHints),
    pushLagMsP99: worst((figures) => figures.pushLagMsP99),
    commitMsP99: worst((figures) => figures.commitMsP99),
    oldestJobSeconds: worst((figures) => figures.oldestJobSeconds),
  }
}

/** The programs that run, oldest first. */
export function versionsOf(nodes: NodeReport[]): string[] {
  const versions = new Set(nodes.flatMap(({ figures }) => figures?.version ?? []))
  return [...versions].sort((one, other) => one.localeCompare(other, undefined, { numeric: true }))
}

/** As the server judges it: whether nobody would be left who serves, or nobody who decides. */
export function isLast(node: NodeReport, nodes: NodeReport[]): boolean {
  const others = nodes.filter((other) => other.name !== node.name && other.state === 'ready').flatMap(({ figures }) => figures ?? [])
  return (
    (node.figures?.servesPeople === true && !others.some((other) => other.servesPeople)) ||
    (node.figures?.decides === true && !others.some((other) => other.decides))
  )
}

export interface Attention {
  kind: Exclude<NodeReport['state'], 'ready' | 'stopped'> | 'versions' | 'otherDeciders' | Measure
  level: Exclude<Level, 'calm'> | 'info'
  /** Missing where it is about several nodes. */
  node?: NodeReport
  value?: number
}

const order: Attention['level'][] = ['danger', 'warn', 'info']

/** What an operator should look at, the worst first. */
export function attentionOf(nodes: NodeReport[], otherDeciders: string[] = []): Attention[] {
  const found = nodes.flatMap((node) => [...stateOf(node), ...measuredOf(node)])
  if (otherDeciders.length > 0) found.push({ kind: 'otherDeciders', level: 'danger' })
  if (versionsOf(nodes).length > 1) found.push({ kind: 'versions', level: 'info' })
  return found.sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level))
}

function stateOf(node: NodeReport): Attention[] {
  if (node.state === 'ready' || node.state === 'stopped') return []
  const level = node.state === 'notAnswering' || node.state === 'declaredDead' ? 'danger' : 'warn'
  return [{ kind: node.state, level, node }]
}

function measuredOf(node: NodeReport): Attention[] {
  const { figures } = node
  if (!figures) return []
  return measures.flatMap((kind) => {
    const value = valueOf[kind](figures)
    const level = levelOf(kind, value)
    return level === 'calm' ? [] : [{ kind, level, node, value }]
  })
}
