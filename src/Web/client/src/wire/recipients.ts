import type { UnitRef } from './session'

export interface RecipientRow {
  selector: string
  name: string
  nameEn: string
  units: number
  people: number
  children: boolean
  receives: boolean
  system: boolean
  /** Units below that do not receive and are not counted. */
  notReceiving?: number
  province?: string | null
}

export interface RecipientPreview {
  units: number
  people: number
  notifiedNow: number
  others: number
  kinds: { kind: 'commune' | 'provincial' | 'central'; units: number }[]
  refused: { selector: string; reason: string }[]
  /** Who receives, where it was asked for. */
  names?: UnitRef[]
}

export interface RecipientChoice {
  recipients: string[]
  except: string[]
}
