import { Paperclip } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { refusalSentence } from '../../components/Refusal'
import { notices } from '../../shell/notices'
import type { StoredFile } from '../../wire/documents'
import { Refusal } from '../../wire/refusal'
import { upload, uploadBytesMax, type Going, type Upload } from '../../wire/upload'

export interface Uploading {
  id: string
  file: File
  /** How much of it is at the server or on its way there, 0 to 1. */
  share: number
  /** The line is broken; it goes on by itself. */
  waits: boolean
  /** Since when it has been going, and with which share that began: what comes again after a break is told from there. */
  startedAt: number
  startedWith: number
  /** Why it is not stored; null while it is on its way. */
  problem: string | null
}

export interface Uploads {
  shown: readonly Uploading[]
  /** On their way: what is sent now leaves them out. */
  running: number
  failed: number
  begin: (file: File, id?: string) => void
  stop: (id: string) => void
  drop: (id: string) => void
}

/** A first step after none, or after a break, begins the reckoning of the time that is left. */
function gone(one: Uploading, { share, waits }: Going): Uploading {
  const begins = one.waits || one.share === 0
  return { ...one, share, waits, ...(begins && { startedAt: Date.now(), startedWith: share }) }
}

/** The files on their way to the server. A page that goes away stops them, and says so; the same files chosen again go on. */
export function useUploads(onStored: (file: StoredFile) => void): Uploads {
  const [shown, setShown] = useState<readonly Uploading[]>([])
  const going = useRef(new Map<string, Upload>())
  const stored = useRef(onStored)
  useEffect(() => {
    stored.current = onStored
  })
  useEffect(() => {
    const left = going.current
    return () => {
      if (left.size === 0) return
      notices.toast({ icon: Paperclip, tone: 'warn', title: { key: 'compose.uploadsStopped', params: { count: left.size } }, sticky: true })
      for (const one of left.values()) one.leave()
    }
  }, [])

  const patch = (id: string, part: Partial<Uploading>) => setShown((held) => held.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const drop = (id: string) => setShown((held) => held.filter((one) => one.id !== id))
  const begin = (file: File, id: string = crypto.randomUUID()) => {
    const entry: Uploading = { id, file, share: 0, waits: false, startedAt: Date.now(), startedWith: 0, problem: null }
    const show = (one: Uploading) => setShown((held) => [...held.filter(({ id: other }) => other !== id), one])
    if (file.size > uploadBytesMax) {
      // Known before a byte leaves: the server would refuse it after all of them.
      show({ ...entry, problem: refusalSentence(new Refusal(413, { code: 'fileTooLarge' })) })
      return
    }
    const started = upload(file, (going) => setShown((held) => held.map((one) => (one.id === id ? gone(one, going) : one))))
    going.current.set(id, started)
    show(entry)
    started.done.then(
      (kept) => {
        going.current.delete(id)
        stored.current(kept)
        drop(id)
      },
      (error: unknown) => {
        going.current.delete(id)
        if (error instanceof DOMException && error.name === 'AbortError') drop(id)
        else patch(id, { problem: refusalSentence(error) })
      },
    )
  }
  const failed = shown.filter(({ problem }) => problem !== null).length
  return { shown, running: shown.length - failed, failed, begin, stop: (id) => going.current.get(id)?.cancel(), drop }
}
