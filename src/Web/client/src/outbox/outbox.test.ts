import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refusal } from '../wire/refusal'
import { Outbox, undoMs, Withdrawn, type Command } from './outbox'

const ack = { commandId: 'k', stream: 's', first: 1, last: 1, at: '2026-11-23T07:00:00Z', number: 1318 }
const command: Command = { key: 'k', path: '/api/deliveries/1/register', label: { key: 'acts.register' } }
const answers = (...list: (() => Response | never)[]) => {
  const fetching = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(async () => list.shift()!())
  vi.stubGlobal('fetch', fetching)
  return fetching
}
const ok = () => new Response(JSON.stringify(ack))
const problem = (status: number, code: string) => () => new Response(JSON.stringify({ code }), { status })
const cut = () => {
  throw new TypeError('network')
}
const keyOf = (init: RequestInit | undefined) => (init!.headers as Record<string, string>)['Idempotency-Key']

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('outbox', () => {
  it('sends again with the same key until the outcome is known', async () => {
    const fetching = answers(cut, problem(503, 'unknownOutcome'), ok)
    const outbox = new Outbox()
    const sent = outbox.send(command)
    await vi.advanceTimersByTimeAsync(100)
    expect(outbox.current()[0]!.phase.name).toBe('unknown')
    await vi.advanceTimersByTimeAsync(30_000)
    await expect(sent).resolves.toMatchObject({ number: 1318 })
    expect(fetching).toHaveBeenCalledTimes(3)
    expect(new Set(fetching.mock.calls.map(([, init]) => keyOf(init)))).toEqual(new Set(['k']))
  })

  it('sends what is under way once, whoever asks for it again', async () => {
    const fetching = answers(problem(503, 'unavailable'), ok, ok)
    const outbox = new Outbox()
    const sent = [outbox.send(command), outbox.send(command)]
    await vi.advanceTimersByTimeAsync(10)
    expect(outbox.current()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await Promise.all(sent)).toMatchObject([{ number: 1318 }, { number: 1318 }])
    expect(fetching).toHaveBeenCalledTimes(2)
    await outbox.send(command)
    expect(fetching).toHaveBeenCalledTimes(3)
  })

  it('says of what it repeats that it was sent before, and of nothing else', async () => {
    const fetching = answers(problem(503, 'busy'), cut, problem(503, 'unavailable'), ok, ok)
    const outbox = new Outbox()
    const sent = outbox.send({ ...command, key: 'repeated' })
    await vi.advanceTimersByTimeAsync(60_000)
    await sent
    await outbox.send({ ...command, key: 'repeated' })
    expect(fetching.mock.calls.map(([, init]) => (init!.headers as Record<string, string>)['X-Sent-Before'])).toEqual([
      undefined,
      undefined,
      '1',
      '1',
      undefined,
    ])
  })

  it('keeps acts while there is no line and sends them once it is back', async () => {
    const fetching = answers(ok)
    const outbox = new Outbox()
    outbox.setOnline(false)
    const sent = outbox.send(command)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fetching).not.toHaveBeenCalled()
    expect(outbox.current()[0]!.phase.name).toBe('waiting')
    outbox.setOnline(true)
    await vi.advanceTimersByTimeAsync(10)
    await expect(sent).resolves.toMatchObject({ number: 1318 })
    expect(outbox.current()).toHaveLength(0)
  })

  it('gives a refusal to the caller at once', async () => {
    answers(problem(409, 'numberTaken'))
    await expect(new Outbox().send(command)).rejects.toBeInstanceOf(Refusal)
  })

  it('sends nothing that was undone in time', async () => {
    const fetching = answers(ok)
    const outbox = new Outbox()
    const undone = expect(outbox.hold(command)).rejects.toBeInstanceOf(Withdrawn)
    await vi.advanceTimersByTimeAsync(undoMs - 100)
    expect(outbox.withdraw('k')).toBe(true)
    await undone
    await vi.advanceTimersByTimeAsync(undoMs)
    expect(fetching).not.toHaveBeenCalled()
  })

  it('does not take back what may already be recorded', async () => {
    answers(cut, ok)
    const outbox = new Outbox()
    const sent = outbox.send(command)
    await vi.advanceTimersByTimeAsync(100)
    expect(outbox.withdraw('k')).toBe(false)
    await vi.advanceTimersByTimeAsync(60_000)
    await sent
  })

  it.each([[503, 'busy'], [429, 'tooManyRequests'], [503, 'unavailable']])(
    'asks on when a repetition finds the server %i %s, however often: the first sending may be recorded',
    async (status, code) => {
      const fetching = answers(cut, ...Array.from({ length: 12 }, () => problem(status, code)), ok)
      const outbox = new Outbox()
      const sent = outbox.send(command)
      await vi.advanceTimersByTimeAsync(20_000)
      expect(outbox.current()[0]!.phase.name).toBe('unknown')
      expect(outbox.withdraw('k')).toBe(false)
      await vi.advanceTimersByTimeAsync(600_000)
      await expect(sent).resolves.toMatchObject({ number: 1318 })
      expect(fetching).toHaveBeenCalledTimes(14)
    },
  )

  it('asks on under an id whose outcome an earlier act left open', async () => {
    answers(cut, problem(401, 'signInRequired'))
    const outbox = new Outbox()
    const refused = expect(outbox.send(command)).rejects.toBeInstanceOf(Refusal)
    await vi.advanceTimersByTimeAsync(60_000)
    await refused

    answers(problem(503, 'unavailable'), ok)
    const again = outbox.send(command)
    await vi.advanceTimersByTimeAsync(100)
    expect(outbox.current()[0]!.phase.name).toBe('unknown')
    await vi.advanceTimersByTimeAsync(60_000)
    await again
  })

  it('gives up on a busy server where nothing was left open', async () => {
    const fetching = answers(...Array.from({ length: 5 }, () => problem(503, 'busy')))
    const refused = expect(new Outbox().send(command)).rejects.toBeInstanceOf(Refusal)
    await vi.advanceTimersByTimeAsync(600_000)
    await refused
    expect(fetching).toHaveBeenCalledTimes(5)
  })

  it('waits for the store as long as it takes, and says that nothing was recorded', async () => {
    const away = problem(503, 'unavailable')
    const fetching = answers(...Array.from({ length: 12 }, () => away), ok)
    const outbox = new Outbox()
    const sent = outbox.send(command)
    await vi.advanceTimersByTimeAsync(100)
    expect(outbox.current()[0]!.phase).toMatchObject({ name: 'waiting', storeSince: Date.now() - 100 })
    await vi.advanceTimersByTimeAsync(600_000)
    await expect(sent).resolves.toMatchObject({ number: 1318 })
    expect(fetching).toHaveBeenCalledTimes(13)
  })

  it('sends at once what waits for the store when it is back', async () => {
    const fetching = answers(problem(503, 'unavailable'), problem(503, 'unavailable'), problem(503, 'unavailable'), problem(503, 'unavailable'), problem(503, 'unavailable'), ok)
    const outbox = new Outbox()
    const sent = outbox.send(command)
    await vi.advanceTimersByTimeAsync(10)
    for (let tries = 2; tries <= 6; tries++) {
      outbox.wake()
      await vi.advanceTimersByTimeAsync(1)
      expect(fetching).toHaveBeenCalledTimes(tries)
    }
    await expect(sent).resolves.toMatchObject({ number: 1318 })
  })

  it('takes back what the store refused, but not after an unknown outcome', async () => {
    answers(problem(503, 'unavailable'))
    const outbox = new Outbox()
    const undone = expect(outbox.send(command)).rejects.toBeInstanceOf(Withdrawn)
    await vi.advanceTimersByTimeAsync(10)
    expect(outbox.withdraw('k')).toBe(true)
    await undone

    answers(cut, problem(503, 'unavailable'), ok)
    const sent = outbox.send(command)
    await vi.advanceTimersByTimeAsync(1_600)
    expect(outbox.withdraw('k')).toBe(false)
    expect(outbox.current()[0]!.phase.name).toBe('unknown')
    await vi.advanceTimersByTimeAsync(60_000)
    await sent
  })

  describe('what is taken back while it is under way again', () => {
    const underWay = async (...then: (() => Response | never)[]) => {
      const answer: { give: (value: () => Response | never) => void } = { give: () => {} }
      const slow = new Promise<() => Response | never>((give) => (answer.give = give))
      const list = [() => Promise.resolve(problem(503, 'unavailable')()), () => slow.then((value) => value()), ...then.map((value) => async () => value())]
      const fetching = vi.fn(() => list.shift()!())
      vi.stubGlobal('fetch', fetching)
      const outbox = new Outbox()
      const sent = outbox.send(command)
      sent.catch(() => {})
      await vi.advanceTimersByTimeAsync(10)
      outbox.wake()
      await vi.advanceTimersByTimeAsync(10)
      expect(fetching).toHaveBeenCalledTimes(2)
      expect(outbox.withdraw('k')).toBe(false)
      expect(outbox.current()[0]!.phase).toMatchObject({ name: 'waiting', unwanted: true })
      return { fetching, outbox, sent, answer }
    }

    it('is not sent again once it is refused', async () => {
      const { fetching, outbox, sent, answer } = await underWay(ok)
      answer.give(problem(503, 'unavailable'))
      await expect(sent).rejects.toBeInstanceOf(Withdrawn)
      await vi.advanceTimersByTimeAsync(600_000)
      expect(fetching).toHaveBeenCalledTimes(2)
      expect(outbox.current()).toEqual([])
    })

    it('is told as done when it was', async () => {
      const { sent, answer } = await underWay()
      answer.give(ok)
      await expect(sent).resolves.toMatchObject({ number: 1318 })
    })

    it('is asked for until it is known when no answer came, as everything is', async () => {
      const { sent, answer } = await underWay(problem(503, 'unavailable'), ok)
      answer.give(cut)
      await vi.advanceTimersByTimeAsync(600_000)
      await expect(sent).resolves.toMatchObject({ number: 1318 })
    })
  })
})
