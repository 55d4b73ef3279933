export type NodeState = 'ready' | 'draining' | 'notReady' | 'notAnswering' | 'stopped' | 'declaredDead'

/** What a node measures of itself: rates and times of the last minute; missing where nothing was measured in it. */
export interface NodeFigures {
  servesPeople: boolean
  decides: boolean
  version: string
  since: string
  connections: number
  /** Of all cores, 0 to 1. */
  cpuShare: number
  memoryBytes: number
  commitsPerSecond: number
  batchSize?: number
  commitMsP50?: number
  commitMsP99?: number
  queueLength: number
  pushLagMsP99?: number
  lostHints: number
  oldestJobSeconds?: number
}

/** How a drain stands that an operator has ordered. */
export interface DrainReport {
  /** No longer ready, but still open; moving its connections; at its end, from where there is no way back. */
  step: 'closing' | 'moving' | 'stopping'
  since: string
  /** Connections when it began, and those that are left of them. */
  connections: number
  left: number
  perSecond: number
}

export interface NodeReport {
  name: string
  state: NodeState
  /** Missing for a node that does not answer or has ended. */
  figures?: NodeFigures
  drain?: DrainReport
}

export interface NodeList {
  at: string
  nodes: NodeReport[]
  /** Other clusters that decide on the same database, and nodes that are alone. */
  otherDeciders: string[]
}
