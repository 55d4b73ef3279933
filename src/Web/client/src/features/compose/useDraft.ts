import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useOutbox } from '../../outbox/OutboxProvider'
import { useSession } from '../../shell/SessionProvider'
import { useMounted } from '../../shell/useMounted'
import type { Ack, DocumentView, DraftBody, StoredFile } from '../../wire/documents'
import { UnknownOutcome } from '../../wire/refusal'
import { isSameForm, keepDraft, keptIsNotMade, keptIsSaved, readKept, type Creation, type DraftAt } from './keptDraft'

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

export type Saved =
  | { state: 'clean'; at: string | null }
  | { state: 'dirty' }
  /** How many changes, where that is known. */
  | { state: 'saving'; since: number; changes?: number }

/** When the server last recorded this text. */
const savedAt = (view: DocumentView | undefined): string | null =>
  view?.history.find((line) => line.position === view.position)?.at ?? null

export function useDraft(view: DocumentView | undefined, firstType: string) {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const { me, seat } = useSession()
  const official = me.official.id
  /** On a page of its own, and not on that of new drafts. */
  const isPaged = view !== undefined
  /** What the server has of it; a draft that was never saved has no id yet. */
  const document = useRef<DraftAt>({ id: view?.id, position: view?.position ?? null })
  const [before] = useState(() => readKept({ official, documentId: view?.id }, view?.position ?? null))
  const [form, setForm] = useState<DraftForm>(before?.form ?? (view ? formOf(view) : { ...emptyForm, type: firstType }))
  const [saved, setSaved] = useState<Saved>(before ? { state: 'dirty' } : { state: 'clean', at: savedAt(view) })
  const [error, setError] = useState<unknown>(null)
  const latest = useRef(form)
  const mounted = useMounted()
  const creation = useRef<Creation | null>(before?.creation ?? null)
  /** The page began with words of a draft whose making waits to be confirmed. */
  const [isUnderWay, setUnderWay] = useState(before?.creation !== undefined)
  const isTyped = useRef(before !== null)
  const revisionKey = useRef(crypto.randomUUID())
  const running = useRef<Promise<string | null> | null>(null)
  /** What is typed stands on this page alone. */
  const unkept = useRef(false)
  const keep = useCallback((unsaved: DraftForm | null) => {
    const { id, position } = document.current
    const isKept = keepDraft({ official, documentId: id }, unsaved && { form: unsaved, position, creation: creation.current ?? undefined })
    unkept.current = unsaved !== null && !isKept
  }, [official])
  const isUnkept = useCallback(() => unkept.current, [])

  /** What follows from the form as it is, such as one more file, is given as a function: several may come between two renders. */
  const change = useCallback((next: Partial<DraftForm> | ((form: DraftForm) => Partial<DraftForm>)) => {
    latest.current = { ...latest.current, ...(typeof next === 'function' ? next(latest.current) : next) }
    // How it is written is settled by the command that makes it.
    if (creation.current) latest.current = { ...latest.current, together: creation.current.form.together }
    isTyped.current = true
    setForm(latest.current)
    setSaved((shown) => (shown.state === 'saving' ? shown : { state: 'dirty' }))
    setError(null)
    // Other words are another command.
    revisionKey.current = crypto.randomUUID()
    keep(latest.current)
  }, [keep])

  /** Makes the draft, and says with which words: what may have been made is sent again as it was, whatever was typed since. */
  const create = useCallback(async (): Promise<[Ack, DraftForm]> => {
    const one = (creation.current ??= { key: crypto.randomUUID(), form: latest.current, actingSeat: seat?.id })
    keep(latest.current)
    try {
      const ack = await outbox.send({ key: one.key, path: '/api/documents', body: bodyOf(one.form), actingSeat: one.actingSeat, label: { key: 'acts.create.name' } })
      creation.current = null
      setUnderWay(false)
      const was = document.current
      document.current = { id: ack.stream, position: ack.last }
      keptIsSaved(official, one.form, was, document.current, one.key)
      return [ack, one.form]
    } catch (refused) {
      // Refused it is over; where the outcome is not known it may have been done.
      if (!(refused instanceof UnknownOutcome)) {
        creation.current = null
        setUnderWay(false)
        keptIsNotMade(official, one)
        // Nothing was typed: nothing is to be kept.
        if (!isTyped.current) keep(null)
      }
      throw refused
    }
  }, [outbox, keep, official, seat?.id])

  const revise = useCallback(async (): Promise<[Ack, DraftForm]> => {
    const was = document.current
    const sent = latest.current
    try {
      const body = { ...bodyOf(sent), expectedPosition: was.position }
      const ack = await outbox.send({ key: revisionKey.current, method: 'PUT', path: `/api/documents/${was.id}`, body, actingSeat: seat?.id, label: { key: 'acts.revise.name' } })
      revisionKey.current = crypto.randomUUID()
      document.current = { id: was.id, position: ack.last }
      keptIsSaved(official, sent, was, document.current)
      return [ack, sent]
    } catch (refused) {
      if (!(refused instanceof UnknownOutcome)) revisionKey.current = crypto.randomUUID()
      throw refused
    }
  }, [outbox, official, seat?.id])

  /** Leaves the draft that is under way to itself, as it was sent, and begins another. */
  const beginAnother = useCallback(() => {
    creation.current = null
    latest.current = { ...emptyForm, type: firstType }
    isTyped.current = false
    setForm(latest.current)
    setSaved({ state: 'clean', at: null })
    setError(null)
    setUnderWay(false)
    keep(null)
  }, [firstType, keep])

  const saveOnce = useCallback(async (stays: boolean): Promise<string | null> => {
    const asked = latest.current
    const isNew = document.current.id === undefined
    setSaved({ state: 'saving', since: Date.now() })
    setError(null)
    try {
      let [ack, sent] = isNew ? await create() : await revise()
      // What was made had been sent before these words.
      if (!isSameForm(sent, asked)) [ack, sent] = await revise()
      const changedMeanwhile = !isSameForm(latest.current, sent)
      setSaved(changedMeanwhile ? { state: 'dirty' } : { state: 'clean', at: ack.at })
      if (mounted.current) keep(changedMeanwhile ? latest.current : null)
      const id = document.current.id!
      void queries.invalidateQueries({ queryKey: ['document', id] })
      if (!isPaged && !stays && mounted.current) go(`/documents/${id}/${sent.together ? 'write' : 'edit'}`, { replace: true })
      return id
    } catch (refused) {
      setError(refused)
      setSaved({ state: 'dirty' })
      return null
    }
  }, [create, revise, keep, mounted, queries, go, isPaged])

  /**
   * The document's id once the server has acknowledged it; null when it was refused. A new draft then goes on to its own
   * page, unless more is to come from this one (stays). While it is being saved nothing else is sent.
   */
  const save = useCallback(
    (stays = false): Promise<string | null> =>
      (running.current ??= saveOnce(stays).finally(() => {
        running.current = null
      })),
    [saveOnce],
  )

  const dirty = saved.state !== 'clean'
  return { form, change, save, saved, error, dirty, isUnkept, isUnderWay, beginAnother }
}
