import type { SeatKind, SeatRole, UnitRef } from './session'

export interface StaffHolder {
  official: number
  name: string
  signIn: string
  from: string
  /** The first day it is no longer held. */
  until?: string | null
  enabled: boolean
}

export interface StaffSeat {
  seat: number
  kind: SeatKind
  role: SeatRole
  title: string
  unit: UnitRef
  /** Today or from a later day. */
  holders: StaffHolder[]
}
