import { afterEach, expect, it, vi } from 'vitest'
import { call, sendAs } from './http'

afterEach(() => vi.unstubAllGlobals())

it('says with each act whose page it comes from, whoever signs in at this browser later', async () => {
  const fetching = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(async () => new Response('{}'))
  vi.stubGlobal('fetch', fetching)
  sendAs(7)
  sendAs(8)
  await call('/api/inbox')
  await call('/api/notes', { method: 'POST', key: 'k', body: {} })
  expect(fetching.mock.calls.map(([, init]) => (init.headers as Record<string, string>)['X-Official'])).toEqual([undefined, '7'])
})
