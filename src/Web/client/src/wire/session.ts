export type Theme = 'system' | 'light' | 'dark'
export type Density = 'normal' | 'compact' | 'roomy'
export type Locale = 'vi' | 'en'

export interface UnitRef {
  id: number
  code: string
  name: string
  nameEn: string
  /** Present for communes; a commune's name alone is not unique. */
  province?: string | null
}

export interface PersonRef {
  id: number
  name: string
}

export type SeatKind = 'desk' | 'post' | 'person'
export type SeatRole = 'clerk' | 'leader' | 'specialist' | 'unitAdmin' | 'operator' | 'person'

export interface Seat {
  id: number
  kind: SeatKind
  role: SeatRole
  title: string
  unit?: UnitRef | null
  /** Units that were merged into the seat's and whose books it opens; missing where there are none. */
  merged?: MergedUnit[]
}

/** A unit that is no more and whose books are read where it was merged into. */
export interface MergedUnit {
  unit: UnitRef
  /** The first day on which it was no more. */
  on: string
  into: UnitRef
}

export interface Preferences {
  theme: Theme
  density: Density
  locale: Locale
}

export interface Me {
  official: { id: number; name: string; signIn: string }
  seats: Seat[]
  epoch: string
  preferences: Preferences
  operator: boolean
}

export interface SessionRow {
  id: string
  createdAt: string
  lastSeenAt: string
  userAgent: string
  current: boolean
}

export interface OfficialRow {
  id: number
  name: string
  title: string
  unit?: UnitRef | null
  /** The seat of that title. */
  seat?: number | null
}
