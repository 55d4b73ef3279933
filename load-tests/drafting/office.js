// Where drafts are had: our server, with the sessions that `mint-sessions` wrote, or any other, with none.
import { readFileSync } from 'node:fs'

const post = async (url, path, cookie, body) => {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

const socketOf = (url) => url.replace(/^http/, 'ws')

const composed = async (url, cookie) => {
  const { stream } = await post(url, '/api/documents', cookie, {
    type: 'CV', abstract: 'Soạn chung', body: '', urgency: 'normal', secrecy: 'normal', together: true,
  })
  return stream
}

/** A draft that is there: its name, the address of its sockets, and how a token is got; people ask for theirs in turn. */
export const known = (url, cookies, document) => {
  let turn = 0
  return {
    document,
    address: `${socketOf(url)}/api/drafting`,
    token: async () => (await post(url, `/api/drafting/${document}/tickets`, cookies[turn++ % cookies.length], {})).ticket,
  }
}

export const cookiesOf = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split('\t').at(-1))

/** So many drafts, by their names. Each of ours is another clerk's; a single one is that of everybody in the file, who are of one desk. */
export const made = async (url, count, sessions) => {
  if (!sessions) return Array.from({ length: count }, (_, number) => `draft ${number}`)
  const cookies = cookiesOf(sessions)
  const names = []
  for (let number = 0; number < count; number++) names.push(await composed(url, cookies[number]))
  return names
}

/** The same drafts for those who open them. */
export const opened = (url, names, sessions) => {
  if (!sessions) return names.map((document) => ({ document, address: socketOf(url), token: () => 'none' }))
  const cookies = cookiesOf(sessions)
  return names.map((document, number) => known(url, names.length === 1 ? cookies : [cookies[number]], document))
}
