import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslation } from '../../i18n'
import type { PersonRef } from '../../wire/session'
import type { Thread, Threads } from '../../wire/threads'
import { ThreadCard } from './ThreadCard'
import { ThreadForm, type Begun } from './ThreadForm'
import { threadKey } from './threadMarks'
import type { PlaceInDraft } from './usePlaceInDraft'
import type { SayThread } from './useThreads'

interface ThreadListProps {
  editor: Editor | null
  threads: Threads
  chosen: string | null
  begun: Begun | null
  placeIn: PlaceInDraft
  /** Whether this person suggests what is to be changed. */
  suggests: boolean
  say: SayThread
  onChoose: (thread: string | null) => void
  onBegunEnd: () => void
  onTake: (thread: Thread) => void
  /** Whether this person may put into the text what somebody accepted. */
  mayTake: (thread: Thread) => boolean
}

/** What is said about the draft, in the order of the text; what was settled is folded away. */
export function ThreadList({ editor, threads, chosen, begun, placeIn, suggests, say, onChoose, onBegunEnd, onTake, mayTake }: ThreadListProps) {
  const { t } = useTranslation()
  const marks = useEditorState({ editor, selector: ({ editor: shown }) => shown && marksOf(shown) })
  const speaks = threads.right !== 'read'
  const order = new Map(marks?.order.map((id, at) => [id, at]))
  const place = (id: string) => order.get(id) ?? Number.MAX_SAFE_INTEGER
  const live = threads.threads.filter(({ id, state }) => state === 'open' || marks?.leftOut.includes(id)).sort((a, b) => place(a.id) - place(b.id))
  const settled = threads.threads.filter((thread) => !live.includes(thread)).reverse()
  const people = peopleOf(threads)
  const card = (thread: Thread) => (
    <ThreadCard
      key={thread.id}
      thread={thread}
      replyPlace={placeIn('reply', thread.id)}
      place={!order.has(thread.id) ? 'lost' : marks?.changed.includes(thread.id) ? 'changed' : 'there'}
      chosen={thread.id === chosen}
      people={people}
      inside={threads.people}
      speaks={speaks}
      say={say}
      onChoose={() => onChoose(thread.id === chosen ? null : thread.id)}
      onTake={onTake}
      takes={!!marks?.leftOut.includes(thread.id) && mayTake(thread)}
    />
  )
  return (
    <section className="threads" aria-label={t('drafting.threads.tab')}>
      {begun && <ThreadForm key={begun.start + begun.kind} begun={begun} place={placeIn('thread')} people={threads.people} say={say} onClose={onBegunEnd} />}
      {live.length === 0 && !begun && <p className="drafting__none">{t(!speaks ? 'drafting.threads.noneRead' : suggests ? 'drafting.threads.none' : 'drafting.threads.noneDirectly')}</p>}
      <ul className="threads__list">{live.map(card)}</ul>
      {settled.length > 0 && (
        <details className="threads__settled" open={settled.some(({ id }) => id === chosen) || undefined}>
          <summary>{t('drafting.threads.settled', { count: settled.length })}</summary>
          <ul className="threads__list">{settled.map(card)}</ul>
        </details>
      )}
    </section>
  )
}

/** What the list needs of the marks, in a form that stays equal while one types beside them. */
function marksOf(editor: Editor) {
  const marks = threadKey.getState(editor.state)
  const standings = [...(marks?.standings ?? [])].sort(([, a], [, b]) => a.from - b.from)
  return {
    order: standings.map(([id]) => id),
    changed: standings.filter(([, { exact }]) => !exact).map(([id]) => id),
    leftOut: [...(marks?.leftOut ?? [])],
  }
}

/** Whose names may stand in what was said. */
function peopleOf({ people, threads }: Threads): PersonRef[] {
  const all = new Map(people.map((one) => [one.id, one]))
  for (const { entries } of threads) for (const { by } of entries) all.set(by.id, by)
  return [...all.values()]
}
