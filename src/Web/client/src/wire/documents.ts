import type { Secrecy, Urgency } from './inbox'
import type { PersonRef, UnitRef } from './session'

export type DocumentState =
  | 'drafting' | 'inReview' | 'awaitingSignature' | 'signed' | 'numbered' | 'sealed'
  | 'issued' | 'recalling' | 'recalled' | 'replaced' | 'filed'

export type Action =
  | 'revise' | 'submit' | 'comment' | 'returnDraft' | 'clear' | 'sign' | 'refuseSign' | 'number' | 'void' | 'seal' | 'issue' | 'recall' | 'replace' | 'correct' | 'remind' | 'invite'
  | 'register' | 'returnDelivery' | 'assign' | 'finish' | 'forward' | 'returnStep' | 'recallStep' | 'agreeRecall' | 'refuseRecall'

export interface FileRef {
  hash: string
  name: string
}

export interface StoredFile extends FileRef {
  size: number
  mediaType: string
}

export type DeliveryState = 'sent' | 'arrived' | 'registered' | 'assigned' | 'inProgress' | 'finished' | 'returned'
export type StepRole = 'lead' | 'coordinate' | 'inform' | 'present' | 'receipt'
export type StepState = 'waiting' | 'opened' | 'forwarded' | 'done' | 'returned' | 'recalled'

export interface Step {
  id: string
  parent?: string | null
  seat: number
  /** Who holds the seat today; empty when nobody does. */
  holder: string
  title: string
  unit?: string
  role: StepRole
  instruction?: string | null
  dueOn?: string | null
  state: StepState
  assignedAt: string
  openedAt?: string | null
  openedBy?: PersonRef | null
  doneAt?: string | null
  /** Who ended it: the holder, who may have returned it, or whoever recalled it. */
  doneBy?: PersonRef | null
  /** What came of it; of one that was returned or recalled, why. */
  result?: string | null
  /** Whether the person gave it and may take it back now. */
  recallable?: boolean
  /** Whether the person holds it and may give it back now. */
  returnable?: boolean
  /** Whether the person may finish it now. */
  mine?: boolean
}

export type RecallAnswer = 'none' | 'asked' | 'agreed' | 'refused'

/** The recall of a document as one of its recipients sees it. */
export interface RecallRequest {
  answer: RecallAnswer
  reason: string
  askedAt?: string | null
  answeredAt?: string | null
  answeredBy?: PersonRef | null
  refusal?: string | null
}

/** How an immediate document goes on from the desk. */
export interface Escalation {
  at: string
  toldAt?: string | null
  /** The leader's post, and who holds it today; empty in a unit without one. */
  title: string
  holder: string
  /** Whether the clerk told the leader; false where the clock did. */
  handedOver?: boolean
}

export interface DeliveryView {
  id: string
  unit: UnitRef
  state: DeliveryState
  arrivalNo?: number | null
  arrivedAt?: string | null
  registeredAt?: string | null
  registeredBy?: PersonRef | null
  openedAt?: string | null
  openedBy?: PersonRef | null
  finishedAt?: string | null
  /** The last day that the unit's leader gave it; without one the document's own holds. */
  dueOn?: string | null
  returnReason?: string | null
  recall?: RecallRequest | null
  remindedAt?: string | null
  /** Who is told when nobody opens it in time; absent where nobody is. */
  escalation?: Escalation | null
  steps: Step[]
  /** What the unit's own people did with it, the oldest first; missing from a node of the version before. */
  history?: HistoryLine[]
}

export interface DocumentComment {
  at: string
  by: PersonRef
  text: string
  round: number
}

export interface HistoryLine {
  position: number
  at: string
  by: PersonRef
  kind: string
  text?: string | null
}

/** A related document; without an id it is not the person's to see. */
export interface DocumentLink {
  kind: 'replacedBy' | 'replaces' | 'correctedBy' | 'corrects'
  at: string
  id?: string | null
  symbol?: string | null
  abstract?: string | null
  documentDate?: string | null
}

export interface Successor {
  id: string
  symbol?: string | null
  type: string
  abstract: string
  issuedAt: string
}

export type DraftRight = 'read' | 'suggest' | 'write'

/** A seat that is invited to a draft. */
export interface Participant {
  seat: number
  /** Who holds the seat today; empty when nobody does. */
  name: string
  title: string
  unit: string
  right: DraftRight
}

export interface DocumentView {
  id: string
  position: number
  state: DocumentState
  type: string
  typeName: string
  typeNameEn: string
  abstract: string
  body: string
  /** Several people write the text; while it is drafted the text is on the draft's own page. */
  together?: boolean
  /** What I may do in the draft now. */
  draftRight?: DraftRight | null
  participants: Participant[]
  /** The locked text of such a document: ProseMirror JSON, letter for letter as it was hashed. */
  content?: string | null
  /** Covers the text alone. */
  bodyHash?: string | null
  /** Covers text, sheet and attachments; a node of a former version does not say. */
  bodyVersion?: number
  urgency: Urgency
  secrecy: Secrecy
  dueOn?: string | null
  instruction?: string | null
  unit: UnitRef
  author: PersonRef
  number?: number | null
  symbol?: string | null
  documentDate?: string | null
  /** Pages of one copy, as the sender counted them. */
  pages?: number | null
  signer?: { name: string; title: string; capacity: Capacity; at: string } | null
  issuedAt?: string | null
  files: StoredFile[]
  /** Allowed for me now; the first is the one expected next. Document acts come before delivery acts. */
  actions: Action[]
  comments: DocumentComment[]
  history: HistoryLine[]
  recipients?: { units: number; people: number } | null
  /** To whom it went, in the words of its sheet: above the text, and below it; missing before it is issued. */
  sentTo?: { addressed: string[]; lines: string[] } | null
  links: DocumentLink[]
  /** The recall, for the issuing body. */
  recall?: { reason: string; askedAt: string; endedAt?: string | null; agreed: number; waiting: number; refused: number } | null
  /** Else it stands on the state's; missing from a node of the version before. */
  partySheet?: boolean
  /** The person's only copies were cancelled: there is no body any more. */
  cancelled?: boolean
  /** Whether the person may see how a text written together came about. */
  draftingHistory?: boolean
  /** Whether the person may open the board. */
  board: boolean
  deliveries: DeliveryView[]
}

export const isClassified = ({ secrecy }: Pick<DocumentView, 'secrecy'>) => secrecy !== 'normal'

/** What a person has before them when they clear or sign: the server refuses where the document is another one by then. */
export interface Seen {
  bodyHash?: string | null
  bodyVersion?: number
}

export const seenOf = ({ bodyHash, bodyVersion }: DocumentView): Seen => ({ bodyHash, bodyVersion })

export const capacities = ['inPerson', 'forCollective', 'forHead', 'byOrder', 'byAuthorisation'] as const
export type Capacity = (typeof capacities)[number]

export interface DocumentType {
  code: string
  name: string
  nameEn: string
  allowed: boolean
  /** The row of the authority table, named when the type is not allowed. */
  row: number
}

export interface DraftBody {
  together?: boolean
  type: string
  abstract: string
  body: string
  urgency: Urgency
  secrecy: Secrecy
  dueOn?: string | null
  instruction?: string | null
  files: FileRef[]
}

/** A text written together, as it stood when it was submitted or when somebody named it. */
export interface Version {
  /** As in its address. */
  version: string
  /** What it is called; absent for one that was submitted. */
  name?: string | null
  at: string
  by: PersonRef
  /** ProseMirror JSON; absent in a list. */
  content?: string | null
}

/** Who wrote a text, paragraph by paragraph in the order of the page. */
export interface Authors {
  /** Who wrote most comes first. */
  people: { id: number; name: string; unit?: UnitRef | null }[]
  blocks: { id: string; shares: { official: number; letters: number }[] }[]
}

export interface DraftTicket {
  ticket: string
  expiresAt: string
  /** The life of the server's data that the draft is read in; a node of a former version does not say. */
  epoch?: string
}

export interface Assignee {
  seat: number
  name: string
  title: string
  unit: string
}

/** A leader who may be asked to review; a draft goes to the head when nobody is named. */
export interface Reviewer {
  seat: number
  name: string
  title: string
  unit: string
  head: boolean
}

export interface Assignment {
  seat: number
  role: 'lead' | 'coordinate' | 'inform'
}

/** The server's acknowledgement: the act is recorded and durable. */
export interface Ack {
  commandId: string
  stream: string
  first: number
  last: number
  at: string
  number?: number | null
  symbol?: string | null
  date?: string | null
}
