// One person's editor: a Yjs document with a paragraph of its own, and what its provider said of the connection.
import * as Y from 'yjs'

export class Editor {
  document = new Y.Doc()
  /** Letters typed so far, and how many of them the server has said to be saved. */
  typed = 0
  saved = 0
  /** Whether its protocol has a word for saved at all. */
  isTold = false
  scope = null
  denials = 0
  closes = []
  /** Texts that the server sent beside the document. */
  told = []

  /** A client id is chosen only by who pretends to be another. */
  constructor(name, clientId) {
    this.name = name
    if (clientId) this.document.clientID = clientId
    this.fragment = this.document.getXmlFragment('default')
  }

  /** Types letters one by one, each an update of its own; they say whose they are and which. */
  type(letters) {
    for (let count = 0; count < letters; count++) {
      this.paragraph().insert(this.paragraph().length, `${this.name}${this.typed};`)
      this.typed++
    }
  }

  /** One update of this many letters. */
  paste(letters) {
    this.paragraph().insert(0, 'x'.repeat(letters))
    this.typed++
  }

  /** Takes away all that it wrote, in one update. */
  wipe() {
    this.paragraph().delete(0, this.paragraph().length)
  }

  paragraph() {
    if (!this.own) {
      this.own = new Y.XmlText()
      const element = new Y.XmlElement('paragraph')
      element.insert(0, [this.own])
      this.fragment.push([element])
    }
    return this.own
  }

  /** Words typed in this document by the client of that name, in their order. */
  wordsOf(name) {
    return [...this.text().matchAll(new RegExp(`\\b${name}(\\d+);`, 'g'))].map((match) => Number(match[1]))
  }

  text() {
    return this.fragment.toString()
  }

  /** Its document as one update, in Base64. */
  known() {
    return Buffer.from(Y.encodeStateAsUpdate(this.document)).toString('base64')
  }

  /** Equal documents have equal content, state vectors and deletions; bytes may differ. */
  digest() {
    const vector = [...Y.decodeStateVector(Y.encodeStateVector(this.document))].sort((a, b) => a[0] - b[0])
    return JSON.stringify([this.text(), vector])
  }

  others() {
    return [...this.awareness.getStates()].filter(([client]) => client !== this.document.clientID).map(([client, state]) => ({ client, ...state }))
  }
}
