import type { Urgency } from './inbox'
import type { DeliveryState, RecallAnswer } from './documents'
import type { UnitRef } from './session'

/** Units by the state they are in now; each unit is counted in exactly one state. */
export interface StateCounts {
  units: number
  sent: number
  arrived: number
  registered: number
  assigned: number
  inProgress: number
  finished: number
  returned: number
  /** 0 while no recall was asked for. */
  recallWaiting: number
  recallAgreed: number
  recallRefused: number
}

export interface BoardRecall {
  reason: string
  askedAt: string
  /** When the last answer had come in. */
  endedAt?: string | null
}

export interface Totals extends StateCounts {
  people: number
  opened: number
}

export interface Tile extends StateCounts {
  code: string
  name: string
  /** Grows with every act on any of its deliveries: a list of them that was read at a lower one is older. */
  version: number
  opened: number
}

export interface FeedLine {
  at: string
  unitId: number
  unit: string
  province?: string | null
  kind: 'registered' | 'assigned' | 'finished' | 'returned' | 'opened' | 'recallAgreed' | 'recallRefused'
  number?: number | null
  text?: string | null
}

export interface LateUnit {
  unitId: number
  unit: string
  province?: string | null
  sinceMinutes: number
  remindedAt?: string | null
}

export interface Board {
  documentId: string
  version: number
  issuedAt: string
  symbol?: string | null
  type: string
  typeName: string
  typeNameEn: string
  urgency: Urgency
  abstract: string
  dueOn?: string | null
  totals: Totals
  recall?: BoardRecall | null
  tiles: Tile[]
  plot: { at: string; received: number }[]
  feed: FeedLine[]
  /** After so long a unit that has not opened it is late. */
  lateAfterMinutes: number
  /** Those that wait longest, 200 at most. */
  late: LateUnit[]
  /** All that are late, listed or not. */
  lateUnits: number
  /** Units that a reminder now would reach. */
  remindable: number
}

export interface BoardChanged {
  documentId: string
  version: number
  totals: Totals
  tiles: Tile[]
  feed: FeedLine[]
  recall?: BoardRecall | null
}

export interface TileUnit {
  id: string
  unit: UnitRef
  state: DeliveryState
  arrivalNo?: number | null
  arrivedAt?: string | null
  openedAt?: string | null
  openedBy?: string | null
  registeredAt?: string | null
  /** Missing from a node of the version before. */
  registeredBy?: string | null
  finishedAt?: string | null
  returnReason?: string | null
  recall: RecallAnswer
  recallAnsweredAt?: string | null
  recallRefusal?: string | null
  remindedAt?: string | null
}

export interface TilePage {
  tile: Tile
  units: TileUnit[]
}
