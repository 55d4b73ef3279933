import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { ArrowLeft, ListTree, MessageSquarePlus, MessageSquareText, Send, Users, X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type RefObject } from 'react'
import { Link, useLocation } from 'wouter'
import { Button, IconButton } from '../../components/Button'
import { useTranslation } from '../../i18n'
import { useClassifiedIsNotStored } from '../../kept/useClassifiedIsNotStored'
import { useKept } from '../../kept/useKept'
import { useKeys } from '../../shell/keys'
import { useIsPhone } from '../../shell/media'
import { notices } from '../../shell/notices'
import { PhoneBar } from '../../shell/PhoneBar'
import { usePageTitle } from '../../shell/usePageTitle'
import type { DocumentView } from '../../wire/documents'
import type { Thread } from '../../wire/threads'
import { SavedLamp } from '../compose/SavedLamp'
import { PaperHead } from '../documents/PaperHead'
import { AuthorsChip, CaretAuthors } from './AuthorsChip'
import { chosenWords } from './chosenWords'
import type { DraftLine, DraftLineState } from './draftLine'
import { extensionsOf, type Writer } from './editorOptions'
import { FileMenu } from './FileMenu'
import { FindBar } from './FindBar'
import { Footnotes } from './Footnotes'
import { Invited } from './Invited'
import { LateText } from './LateText'
import { Outline } from './Outline'
import { PresentComparison } from './PresentComparison'
import { SelectionBubble } from './SelectionBubble'
import { stepParagraph } from './stepParagraph'
import { SubmitDraft } from './SubmitDraft'
import { ThreadList } from './ThreadList'
import { Toolbar } from './Toolbar'
import { Versions } from './Versions'
import { wordsOf } from './textFacts'
import { usePresent } from './usePresent'
import { usePlaceInDraft } from './usePlaceInDraft'
import { useThreadMargin } from './useThreadMargin'
import { Writers, WriterFaces } from './Writers'
import { WritingWay } from './WritingWay'
import './threads.css'

interface DraftSheetProps {
  view: DocumentView
  line: DraftLine
  state: DraftLineState
  writer: Writer
  /** Lets go of this page's text and reads the server's. */
  onRenew: () => void
}

type Side = 'outline' | 'writers' | 'threads'

export function DraftSheet({ view, line, state, writer, onRenew }: DraftSheetProps) {
  const { t } = useTranslation()
  const phone = useIsPhone()
  const [, go] = useLocation()
  const [finding, setFinding] = useState(false)
  const [compared, setCompared] = useState<string | null>(null)
  const [side, setSide] = useState<Side>('outline')
  const [drawer, setDrawer] = useState(false)
  const [submitting, setSubmitting] = useState(false)
  const sheet = useRef<HTMLDivElement>(null)
  const pointed = useRef<(thread: string) => void>(() => {})
  const present = usePresent(line.provider)
  const isWriter = state.right === 'write' && view.state === 'drafting'
  const mayWrite = isWriter && state.stopped === null
  const isCut = mayWrite && !state.connected
  const mayType = mayWrite || (isWriter && state.comparing)
  const placeIn = usePlaceInDraft(view)
  const way = useKept(placeIn('way'), { suggests: false })
  const edits = mayType && !way.value.suggests
  const how = useId()
  const isLate = state.stopped !== null || !mayWrite && state.saved.state === 'saving'
  const mayRevise = view.actions.includes('revise')
  usePageTitle(t('drafting.title'))
  useClassifiedIsNotStored(writer.id, view)

  const editor = useSheetEditor(line, writer, edits, pointed)
  const words = useEditorState({ editor, selector: ({ editor: shown }) => wordsOf(shown.state.doc) })
  const margin = useThreadMargin(view, line, editor, placeIn)
  const { threads, setChosen, begin } = margin
  const speaks = threads !== undefined && threads.right !== 'read'

  const showThreads = () => {
    setSide('threads')
    setDrawer(true)
  }
  useEffect(() => {
    pointed.current = (thread) => {
      setChosen(thread)
      showThreads()
    }
  })
  // Whoever came to one word, begins one or began one before a reload is shown the list that it stands in.
  useEffect(() => {
    if (margin.chosen || margin.begun) showThreads()
  }, [margin.chosen, margin.begun])

  const back = `/documents/${view.id}?box=drafts`
  const comment = () => {
    if (compared !== null) return
    if (margin.begun) showThreads()
    else if (!chosenWords(editor).empty) begin('comment')
    else notices.toast({ icon: MessageSquarePlus, tone: 'info', title: { key: 'drafting.threads.chooseFirst' }, sticky: false })
  }
  useKeys({ 'Ctrl+Alt+M': speaks ? comment : undefined, 'Ctrl+F': () => setFinding(true), Escape: () => (finding ? setFinding(false) : drawer && phone ? setDrawer(false) : go(back)) })

  const submit = mayWrite && view.actions.includes('submit') && <Button tone="primary" icon={Send} onClick={() => setSubmitting(true)}>{t('acts.submit.verb')}</Button>
  const open = threads?.threads.filter((thread) => thread.state === 'open').length ?? 0
  const list = threads && (
    <ThreadList
      editor={editor}
      threads={threads}
      chosen={margin.chosen}
      begun={speaks ? margin.begun : null}
      placeIn={placeIn}
      suggests={!edits}
      say={margin.say}
      onChoose={(thread) => {
        setChosen(thread)
        if (thread) margin.scrollTo(thread)
      }}
      onBegunEnd={margin.end}
      onTake={margin.take}
      mayTake={(thread) => mayWrite && isMineToTake(thread, writer.id, present)}
    />
  )
  return (
    <article className="drafting">
      <PhoneBar back={back} title={view.abstract} end={<span />} />
      <header className="drafting__head">
        {!phone && (
          <>
            <Link href={back} className="link-button">
              <ArrowLeft className="icon" size={16} aria-hidden="true" />
              {t('words.boxes.drafts')}
            </Link>
            <h1 className="page-title drafting__title ellipsis" tabIndex={-1} title={view.abstract}>
              {view.abstract}
            </h1>
          </>
        )}
        <div className="drafting__ways">
          {mayWrite && state.connected && <SavedLamp saved={state.saved} told={false} />}
          <span className={isCut ? 'saved saved--warn' : 'visually-hidden'} role="status">
            {isCut && t(view.secrecy === 'normal' ? 'drafting.offlineKept' : 'drafting.offline')}
          </span>
          <WriterFaces present={present} />
          {mayRevise && (
            <Link href={`/documents/${view.id}/edit`} className="link-button">
              {t('compose.facts')}
            </Link>
          )}
          <FileMenu view={view} editor={editor} edits={edits} />
          <Versions view={view} mayWrite={mayWrite} unsaved={state.saved.state !== 'clean'} shown={compared} onShow={setCompared} />
          {!phone && submit}
        </div>
      </header>
      {mayType || (view.state === 'drafting' && speaks && state.stopped === null) ? (
        <Toolbar
          editor={editor}
          edits={edits}
          noteId={how}
          note={t(edits ? 'drafting.afterSubmit' : mayType ? 'drafting.suggesting' : 'drafting.suggestingOnly')}
          onFind={() => setFinding((shown) => !shown)}
          finding={finding}
        >
          <WritingWay suggests={!edits} mayWrite={mayType} describedBy={how} onChange={(next) => way.change({ suggests: next })} />
        </Toolbar>
      ) : state.stopped === null && (
        <p className="drafting__reason">
          {t(view.state === 'drafting' ? 'drafting.readOnly' : 'drafting.locked')}
          {speaks && ` ${t('drafting.threads.suggestOnly')}`}
        </p>
      )}
      {/* It stands before its words come: a region that comes with them is heard by few readers. */}
      <div aria-live="polite">
        {isLate && <LateText documentId={view.id} line={line} editor={editor} say={speaks ? margin.say : null} onDone={onRenew} />}
      </div>
      {finding && <FindBar editor={editor} edits={edits} onClose={() => setFinding(false)} />}
      <div className="drafting__columns">
        <section className="drafting__desk" aria-label={t('documents.content')} data-pane data-scroll>
          {compared !== null && editor && (
            <PresentComparison documentId={view.id} version={compared} editor={editor} edits={edits} onClose={() => setCompared(null)} />
          )}
          {/* The editor stays: what others write meanwhile comes into it. */}
          <div ref={sheet} className="paper sheet" lang="vi" hidden={compared !== null}>
            <PaperHead document={view} />
            <EditorContent editor={editor} />
            {speaks && !margin.begun && <SelectionBubble editor={editor} sheet={sheet} suggests={!edits} onBegin={begin} />}
            {editor && <Footnotes editor={editor} edits={edits} />}
          </div>
        </section>
        <aside className="drafting__side" aria-label={t('drafting.side')} data-pane data-scroll>
          <div className="drafting__tabs">
            <SideTab icon={ListTree} side="outline" shown={side} onShow={setSide}>{t('drafting.outline')}</SideTab>
            <SideTab icon={Users} side="writers" shown={side} onShow={setSide}>{t('drafting.present')} <b>{present.length}</b></SideTab>
            {threads && !phone && <SideTab icon={MessageSquareText} side="threads" shown={side} onShow={setSide}>{t('drafting.threads.tab')} <b>{open}</b></SideTab>}
            <AuthorsChip documentId={view.id} editor={editor} />
          </div>
          {side === 'writers' && <><Writers present={present} /><Invited view={view} /></>}
          {side === 'threads' && !phone && list}
          {(side === 'outline' || (side === 'threads' && phone)) && <Outline editor={editor} />}
          <CaretAuthors editor={editor} />
          <p className="drafting__words">{t('drafting.words', { count: words ?? 0 })}</p>
        </aside>
      </div>
      {phone && (submit || threads) && (
        <footer className="drafting__foot">
          {threads && <Button icon={MessageSquareText} aria-expanded={drawer} onClick={() => setDrawer((shown) => !shown)}>{t('drafting.threads.tab')} {open}</Button>}
          {submit}
        </footer>
      )}
      {submitting && <SubmitDraft view={view} unsaved={state.saved.state !== 'clean' || state.stopped !== null} onClose={() => setSubmitting(false)} />}
      {phone && drawer && list && (
        <section className="drawer" aria-label={t('drafting.threads.tab')}>
          <div className="drawer__head">
            <h2 className="pane-title">{t('drafting.threads.tab')} {open}</h2>
            <IconButton icon={X} label={t('drafting.threads.close')} onClick={() => setDrawer(false)} />
          </div>
          <div className="drawer__list" data-scroll>{list}</div>
        </section>
      )}
    </article>
  )
}

function SideTab({ icon: Icon, side, shown, onShow, children }: { icon: typeof Users; side: Side; shown: Side; onShow: (side: Side) => void; children: React.ReactNode }) {
  return (
    <button type="button" className="chip-button" aria-pressed={shown === side} onClick={() => onShow(side)}>
      <Icon className="icon" size={16} aria-hidden="true" />
      {children}
    </button>
  )
}

/** Whoever accepted it puts it into the text; another writer only where that person is not there to do it. */
function isMineToTake({ entries }: Thread, me: number, present: Writer[]): boolean {
  const by = entries.findLast(({ kind }) => kind === 'accepted')?.by.id
  return by === me || !present.some(({ id }) => id === by)
}

function useSheetEditor(line: DraftLine, writer: Writer, edits: boolean, pointed: RefObject<(thread: string) => void>): Editor {
  const { t } = useTranslation()
  const editor = useEditor(
    {
      extensions: extensionsOf(line.provider, writer, (thread) => pointed.current(thread)),
      editable: edits,
      // The page's security policy allows no styles but those of its files.
      injectCSS: false,
      editorProps: {
        handleDOMEvents: {
          compositionstart: (_, event) => line.provider.onComposition(event),
          compositionupdate: (_, event) => line.provider.onComposition(event),
          compositionend: (_, event) => line.provider.onComposition(event),
          keydown: stepParagraph,
        },
        attributes: { class: 'sheet__text written', lang: 'vi', spellcheck: 'false', role: 'textbox', tabindex: '0', 'aria-multiline': 'true', 'aria-label': t('documents.content') },
      },
    },
    [line.provider],
  )
  if (editor && editor.isEditable !== edits) editor.setEditable(edits)
  return editor
}
