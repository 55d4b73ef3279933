import { Editor } from '@tiptap/core'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import '../../i18n'
import type { NewThread } from '../../wire/threads'
import type { DraftLine } from './draftLine'
import type { Stop } from './draftStop'
import { LateText } from './LateText'
import { Structure } from './structure'
import type { SayThread } from './useThreads'

/** The draft as the server has it; null while it cannot be read. */
const server = vi.hoisted(() => ({ doc: null as unknown, isAway: false, look: () => {} }))
vi.mock('./draftLine', () => ({
  DraftLine: class {
    readonly provider = {
      get document() {
        return server.doc
      },
    }
    readonly state = () => ({ loaded: server.doc !== null, refused: server.doc === null && !server.isAway, stopped: null })
    readonly end = () => {}
    subscribe(look: () => void) {
      server.look = look
    }
  },
}))
const copied = vi.hoisted(() => [] as string[])
vi.mock('./copyBlocks', () => ({
  copyBlocks: (blocks: { textContent: string }[]) => {
    copied.push(blocks.map(({ textContent }) => textContent).join('|'))
    return true
  },
}))

const open: Editor[] = []
const said: NewThread[] = []
const say = ((_: string, body: NewThread) => Promise.resolve(said.push(body))) as unknown as SayThread

/** A text to which each of these clients has added its paragraphs, in their order. */
function textOf(paragraphs: [client: number, letters: string][], before = new Y.Doc()): Y.Doc {
  const doc = copyOf(before)
  for (const [client, letters] of paragraphs) add(doc, client, letters)
  return doc
}

function add(doc: Y.Doc, client: number, letters: string): void {
  doc.clientID = client
  const [element, text] = [new Y.XmlElement('paragraph'), new Y.XmlText(letters)]
  element.insert(0, [text])
  doc.getXmlFragment('default').push([element])
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** The page of a client whose line has ended like this. */
async function show(document: Y.Doc, own: number, stopped: Stop) {
  const editor = new Editor({
    extensions: [StarterKit.configure({ undoRedo: false, trailingNode: false }), Structure, Collaboration.configure({ document })],
  })
  open.push(editor)
  let now = stopped
  const endComparing = vi.fn()
  const line = { provider: { document }, state: () => ({ stopped: now }), ownClients: () => new Set([own]), goOn: () => false, endComparing }
  const onDone = vi.fn()
  const page = () => <LateText documentId="d" line={line as unknown as DraftLine} editor={editor} say={say} onDone={onDone} />
  const { rerender } = render(page())
  const begun = () => act(() => new Promise((resolve) => setTimeout(resolve)))
  await begun()
  const ends = (other: Stop) => {
    now = other
    rerender(page())
    return begun()
  }
  return { onDone, endComparing, ends }
}
/** The draft can be read at last. */
const arrives = (doc: Y.Doc) => act(async () => {
  server.doc = doc
  server.look()
})
const button = (name: string) => screen.queryByRole('button', { name })
const copy = async (name: string) => {
  await userEvent.click(button(name)!)
  return copied.at(-1)
}

const [mine, another] = [7, 9]
beforeEach(() => {
  Object.assign(server, { doc: null, isAway: false })
  said.length = copied.length = 0
})
afterEach(() => open.splice(0).forEach((editor) => editor.destroy()))

describe('what a restore took', () => {
  const before = textOf([[another, 'Kính gửi']])

  it('is offered where this person wrote it, and that of others is theirs', async () => {
    server.doc = before
    await show(textOf([[mine, 'Chữ của tôi'], [another, 'Chữ người khác']], before), mine, 'restored')
    expect(await copy('Chép phần chưa vào dự thảo')).toBe('Chữ của tôi')
    await userEvent.click(button('Gửi thành đề nghị sửa')!)
    expect(said.map(({ quote, replacement }) => [quote, replacement])).toEqual([['', '\nChữ của tôi']])
  })

  it('is offered for copying, all of it, where none of it is known for this person\'s own', async () => {
    server.doc = before
    const { onDone } = await show(textOf([[mine, 'Gõ trước khi tải lại'], [another, 'Chữ người khác']], before), 8, 'restored')
    expect(button('Gửi thành đề nghị sửa')).toBeNull()
    expect(await copy('Chép phần chưa vào dự thảo')).toBe('Gõ trước khi tải lại|Chữ người khác')
    expect(onDone).not.toHaveBeenCalled()
  })

  it('is nothing where the draft has all of it: the page goes on by itself', async () => {
    server.doc = before
    const { onDone } = await show(copyOf(before), mine, 'restored')
    expect(onDone).toHaveBeenCalled()
  })

  it('is offered together with what is typed until the draft can be read', async () => {
    server.isAway = true
    const page = copyOf(before)
    const { onDone } = await show(page, mine, 'restored')
    add(page, mine, 'Gõ khi đang so')
    await arrives(before)
    expect(await copy('Chép phần chưa vào dự thảo')).toBe('Gõ khi đang so')
    expect(onDone).not.toHaveBeenCalled()
  })

  it('is not said to be nothing by what was compared before the restore', async () => {
    server.doc = before
    const { onDone, ends } = await show(copyOf(before), mine, 'refused')
    expect(screen.getByText('Dự thảo không thiếu chữ nào của trang này.')).toBeTruthy()
    Object.assign(server, { doc: null, isAway: true })
    await ends('restored')
    expect(screen.getByText('Đang so với dự thảo ở máy chủ…')).toBeTruthy()
    expect(onDone).not.toHaveBeenCalled()
  })
})

describe('a page that cannot be compared', () => {
  it.each([[true, 'Đang so với dự thảo ở máy chủ…'], [false, 'Chưa so được với dự thảo ở máy chủ. Hãy chép chữ ở trang này ra nơi khác.']])('can be copied as it stands, while the server is away: %s', async (isAway, words) => {
    server.isAway = isAway
    const { onDone, endComparing } = await show(textOf([[mine, 'Kính gửi'], [another, 'Nơi nhận']]), mine, 'restored')
    expect(screen.getByText(words)).toBeTruthy()
    // It takes letters only as long as it may be compared.
    expect(endComparing).toHaveBeenCalledTimes(isAway ? 0 : 1)
    expect(await copy('Chép chữ ở trang này')).toBe('Kính gửi|Nơi nhận')
    expect([button('Chép phần chưa vào dự thảo'), onDone.mock.calls.length]).toEqual([null, 0])
  })
})

describe('a page whose client id is another person\'s', () => {
  const before = textOf([[5, 'Kính gửi']])
  const theirs = textOf([[mine, 'Chữ của người có cùng mã'], [another, 'Chữ người khác']], before)
  const page = () => textOf([[mine, 'Chữ của tôi']], before)

  it('offers what was typed on it behind that person\'s, and nobody\'s letters for deletion', async () => {
    server.doc = theirs
    await show(page(), mine, 'foreign')
    await userEvent.click(button('Gửi thành đề nghị sửa')!)
    expect(said.map(({ quote, replacement }) => [quote, replacement])).toEqual([['', '\nChữ của tôi']])
    expect(await copy('Chép phần chưa vào dự thảo')).toBe('Chữ của tôi')
  })

  it('offers nobody\'s letters for deletion where nothing was added on it', async () => {
    server.doc = theirs
    await show(copyOf(before), mine, 'foreign')
    expect([said, button('Gửi thành đề nghị sửa'), button('Chép phần chưa vào dự thảo')]).toEqual([[], null, null])
  })
})
