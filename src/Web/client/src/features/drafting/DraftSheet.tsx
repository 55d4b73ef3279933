import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { ArrowLeft, ListTree, Users } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useTranslation } from '../../i18n'
import { useKeys } from '../../shell/keys'
import { useIsPhone } from '../../shell/media'
import { PhoneBar } from '../../shell/PhoneBar'
import { usePageTitle } from '../../shell/usePageTitle'
import type { DocumentView } from '../../wire/documents'
import { SavedLamp } from '../compose/SavedLamp'
import { PaperHead } from '../documents/PaperHead'
import { AuthorsChip, CaretAuthors } from './AuthorsChip'
import type { DraftLine, DraftLineState } from './draftLine'
import { extensionsOf, type Writer } from './editorOptions'
import { FindBar } from './FindBar'
import { Invited } from './Invited'
import { Outline } from './Outline'
import { PresentComparison } from './PresentComparison'
import { SubmitDraft } from './SubmitDraft'
import { Toolbar } from './Toolbar'
import { Versions } from './Versions'
import { wordsOf } from './textFacts'
import { usePresent } from './usePresent'
import { Writers, WriterFaces } from './Writers'

interface DraftSheetProps {
  view: DocumentView
  line: DraftLine
  state: DraftLineState
  writer: Writer
}

type Side = 'outline' | 'writers'

export function DraftSheet({ view, line, state, writer }: DraftSheetProps) {
  const { t } = useTranslation()
  const phone = useIsPhone()
  const [, go] = useLocation()
  const [finding, setFinding] = useState(false)
  const [compared, setCompared] = useState<string | null>(null)
  const [side, setSide] = useState<Side>('outline')
  const present = usePresent(line.provider)
  const mayWrite = state.right === 'write' && view.state === 'drafting'
  const mayRevise = view.actions.includes('revise')
  usePageTitle(t('drafting.title'))

  const editor = useEditor(
    {
      extensions: extensionsOf(line.provider, writer),
      editable: mayWrite,
      // The page's security policy allows no styles but those of its files.
      injectCSS: false,
      editorProps: {
        handleDOMEvents: {
          compositionstart: (_, event) => line.provider.onComposition(event),
          compositionupdate: (_, event) => line.provider.onComposition(event),
          compositionend: (_, event) => line.provider.onComposition(event),
        },
        attributes: { class: 'sheet__text written', lang: 'vi', spellcheck: 'false', role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('documents.content') },
      },
    },
    [line.provider],
  )
  if (editor && editor.isEditable !== mayWrite) editor.setEditable(mayWrite)
  const words = useEditorState({ editor, selector: ({ editor: shown }) => wordsOf(shown.state.doc) })

  const back = `/documents/${view.id}?box=drafts`
  useKeys({ 'Ctrl+F': () => setFinding(true), Escape: () => (finding ? setFinding(false) : go(back)) })

  const submit = mayWrite && <SubmitDraft view={view} unsaved={state.saved.state !== 'clean'} />
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
          {!mayWrite ? null : state.connected ? <SavedLamp saved={state.saved} /> : <span className="saved saved--warn" role="status">{t(view.secrecy === 'normal' ? 'drafting.offlineKept' : 'drafting.offline')}</span>}
          <WriterFaces present={present} />
          {mayRevise && (
            <Link href={`/documents/${view.id}/edit`} className="link-button">
              {t('compose.facts')}
            </Link>
          )}
          <Versions view={view} mayWrite={mayWrite} unsaved={state.saved.state !== 'clean'} shown={compared} onShow={setCompared} />
          {!phone && submit}
        </div>
      </header>
      {mayWrite ? (
        <Toolbar editor={editor} onFind={() => setFinding((open) => !open)} finding={finding} />
      ) : (
        <p className="drafting__reason">{t(view.state === 'drafting' ? 'drafting.readOnly' : 'drafting.locked')}</p>
      )}
      {finding && <FindBar editor={editor} mayWrite={mayWrite} onClose={() => setFinding(false)} />}
      <div className="drafting__columns">
        <section className="drafting__desk" aria-label={t('documents.content')} data-pane data-scroll>
          {compared !== null && editor && (
            <PresentComparison documentId={view.id} version={compared} editor={editor} mayWrite={mayWrite} onClose={() => setCompared(null)} />
          )}
          {/* The editor stays: what others write meanwhile comes into it. */}
          <div className="paper sheet" lang="vi" hidden={compared !== null}>
            <PaperHead document={view} />
            <EditorContent editor={editor} />
          </div>
        </section>
        <aside className="drafting__side" aria-label={t('drafting.side')} data-pane data-scroll>
          <div className="drafting__tabs">
            <button type="button" className="chip-button" aria-pressed={side === 'outline'} onClick={() => setSide('outline')}>
              <ListTree className="icon" size={16} aria-hidden="true" />
              {t('drafting.outline')}
            </button>
            <button type="button" className="chip-button" aria-pressed={side === 'writers'} onClick={() => setSide('writers')}>
              <Users className="icon" size={16} aria-hidden="true" />
              {t('drafting.present')} <b>{present.length}</b>
            </button>
            <AuthorsChip documentId={view.id} editor={editor} />
          </div>
          {side === 'outline' ? <Outline editor={editor} /> : <><Writers present={present} /><Invited view={view} /></>}
          <CaretAuthors editor={editor} />
          <p className="drafting__words">{t('drafting.words', { count: words ?? 0 })}</p>
        </aside>
      </div>
      {phone && submit && <footer className="drafting__foot">{submit}</footer>}
    </article>
  )
}
