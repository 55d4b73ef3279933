import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useOutbox } from '../../outbox/OutboxProvider'
import { useSession } from '../../shell/SessionProvider'
import { useMounted } from '../../shell/useMounted'
import type { Ack, DocumentView, DraftBody, StoredFile } from '../../wire/documents'
import { UnknownOutcome } from '../../wire/refusal'
import { keepDraft, readKept, type KeptOf } from './keptDraft'

export type DraftForm = Omit<DraftBody, 'files'> & { files: StoredFile[] }

export const emptyForm: DraftForm = { type: '', abstract: '', body: '', urgency: 'normal', secrecy: 'normal', dueOn: null, instruction: '', files: [], together: false }

export const formOf = (view: DocumentView): DraftForm => ({
  type: view.type,
  abstract: view.abstract,
  body: view.body,
  urgency: view.urgency,
  secrecy: view.secrecy,
  dueOn: view.dueOn ?? null,
  instruction: view.instruction ?? '',
  files: view.files,
  together: view.together ?? false,
})

const bodyOf = (form: DraftForm): DraftBody => ({
  ...form,
  abstract: form.abstract.trim().normalize('NFC'),
  body: form.body.normalize('NFC'),
  instruction: form.instruction?.trim().normalize('NFC') || null,
  files: form.files.map(({ hash, name }) => ({ hash, name })),
})

export type Saved = { state: 'clean'; at: string | null } | { state: 'dirty' } | { state: 'saving'; since: number }

/** When the server last recorded this text. */
const savedAt = (view: DocumentView | undefined): string | null =>
  view?.history.find((line) => line.position === view.position)?.at ?? null

export function useDraft(view: DocumentView | undefined, firstType: string) {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const { me, seat } = useSession()
  const official = me.official.id
  const [created, setCreated] = useState<string>()
  const documentId = view?.id ?? created
  const position = useRef<number | null>(view?.position ?? null)
  const [before] = useState(() => readKept({ official, documentId }, view?.position ?? null))
  const [form, setForm] = useState<DraftForm>(before ?? (view ? formOf(view) : { ...emptyForm, type: firstType }))
  const [saved, setSaved] = useState<Saved>(before ? { state: 'dirty' } : { state: 'clean', at: savedAt(view) })
  const [error, setError] = useState<unknown>(null)
  const latest = useRef(form)
  const mounted = useMounted()
  const commandKey = useRef(crypto.randomUUID())
  /** What is typed stands on this page alone. */
  const unkept = useRef(false)
  const keep = useCallback((of: KeptOf, unsaved: DraftForm | null) => {
    const isKept = keepDraft(of, unsaved && { form: unsaved, position: position.current })
    unkept.current = unsaved !== null && !isKept
  }, [])
  const isUnkept = useCallback(() => unkept.current, [])

  /** What follows from the form as it is, such as one more file, is given as a function: several may come between two renders. */
  const change = useCallback((next: Partial<DraftForm> | ((form: DraftForm) => Partial<DraftForm>)) => {
    latest.current = { ...latest.current, ...(typeof next === 'function' ? next(latest.current) : next) }
    setForm(latest.current)
    setSaved((shown) => (shown.state === 'saving' ? shown : { state: 'dirty' }))
    setError(null)
    // Other words are another command.
    commandKey.current = crypto.randomUUID()
    keep({ official, documentId }, latest.current)
  }, [keep, official, documentId])

  /**
   * The document's id once the server has acknowledged it; null when it was refused. A new draft then goes on to its own
   * page, unless more is to come from this one (stays).
   */
  const save = useCallback(async (stays = false): Promise<string | null> => {
    const sent = latest.current
    setSaved({ state: 'saving', since: Date.now() })
    setError(null)
    try {
      const body = bodyOf(sent)
      const ack: Ack = await outbox.send(
        documentId
          ? { key: commandKey.current, method: 'PUT', path: `/api/documents/${documentId}`, body: { ...body, expectedPosition: position.current }, actingSeat: seat?.id, label: { key: 'acts.revise.name' } }
          : { key: commandKey.current, path: '/api/documents', body, actingSeat: seat?.id, label: { key: 'acts.create.name' } },
      )
      position.current = ack.last
      commandKey.current = crypto.randomUUID()
      const changedMeanwhile = latest.current !== sent
      setSaved(changedMeanwhile ? { state: 'dirty' } : { state: 'clean', at: ack.at })
      keep({ official, documentId }, changedMeanwhile ? latest.current : null)
      const id = documentId ?? ack.stream
      void queries.invalidateQueries({ queryKey: ['document', id] })
      if (!documentId) {
        if (changedMeanwhile) keep({ official, documentId: id }, latest.current)
        if (stays) setCreated(id)
        else if (mounted.current) go(`/documents/${id}/${sent.together ? 'write' : 'edit'}`, { replace: true })
      }
      return id
    } catch (refused) {
      // Refused it is over; where the outcome is not known it may have been done, and is sent again as the same command.
      if (!(refused instanceof UnknownOutcome)) commandKey.current = crypto.randomUUID()
      setError(refused)
      setSaved({ state: 'dirty' })
      return null
    }
  }, [outbox, queries, go, mounted, keep, official, documentId, seat?.id])

  const dirty = saved.state !== 'clean'
  return { form, change, save, saved, error, dirty, isUnkept }
}
