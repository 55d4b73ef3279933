import { describe, expect, it } from 'vitest'
import type { NodeFigures, NodeReport, NodeState } from '../../wire/nodes'
import { attentionOf, isLast, levelOf, totalsOf, versionsOf } from './nodes'

const calm: NodeFigures = {
  servesPeople: true, decides: true, version: '1.4.2', since: '2026-11-20T01:00:00.000Z', connections: 10, cpuShare: 0.2,
  memoryBytes: 300_000_000, commitsPerSecond: 4, batchSize: 2, commitMsP50: 3, commitMsP99: 9, queueLength: 0, lostHints: 0, oldestJobSeconds: 0,
}
const node = (name: string, figures: Partial<NodeFigures> = {}, state: NodeState = 'ready'): NodeReport => ({ name, state, figures: { ...calm, ...figures } })
const silent = (name: string): NodeReport => ({ name, state: 'notAnswering' })

describe('a number', () => {
  it.each([
    ['cpu', 0.69, 'calm'], ['cpu', 0.7, 'warn'], ['cpu', 0.9, 'danger'],
    ['lag', 499, 'calm'], ['lag', 500, 'warn'], ['lag', 1_000, 'danger'],
    ['queue', 5_000, 'warn'], ['job', 31, 'warn'], ['lost', 1, 'calm'], ['lost', 2, 'warn'],
  ] as const)('%s %s is %s', (measure, value, level) => expect(levelOf(measure, value)).toBe(level))

  it('that is not known is calm', () => expect(levelOf('lag', undefined)).toBe('calm'))
})

describe('the whole cluster', () => {
  it('is the sum of its nodes and the worst of their times', () => {
    const totals = totalsOf([node('a', { pushLagMsP99: 40, lostHints: 1 }), node('b', { commitMsP99: 80, lostHints: 2 }), silent('c')])
    expect(totals).toEqual({ connections: 20, commitsPerSecond: 8, lostHints: 3, pushLagMsP99: 40, commitMsP99: 80, oldestJobSeconds: 0 })
  })

  it('has no lag where nobody has measured one', () => expect(totalsOf([node('a')]).pushLagMsP99).toBeUndefined())

  it('orders versions by their numbers', () =>
    expect(versionsOf([node('a', { version: '1.10.0' }), node('b', { version: '1.9.3' }), silent('c')])).toEqual(['1.9.3', '1.10.0']))
})

describe('the last node', () => {
  it('is one without another that is ready', () => {
    expect(isLast(node('a'), [node('a'), node('b')])).toBe(false)
    expect(isLast(node('a'), [node('a'), node('b', {}, 'draining'), silent('c')])).toBe(true)
  })

  it('is also the last that decides, or the last that serves', () => {
    const silo = node('silo', { servesPeople: false })
    const edges = [node('edge-1', { decides: false }), node('edge-2', { decides: false })]
    expect(isLast(silo, [silo, ...edges])).toBe(true)
    expect(isLast(edges[0]!, [silo, ...edges])).toBe(false)
    expect(isLast(edges[0]!, [silo, edges[0]!])).toBe(true)
  })
})

describe('what needs attention', () => {
  it('is nothing on a calm day', () => expect(attentionOf([node('a'), node('b')])).toEqual([]))

  it('is a node that was lost, and not one that was told to stop', () =>
    expect(attentionOf([node('a'), { name: 'b', state: 'stopped' }, { name: 'c', state: 'declaredDead' }]).map(({ kind, level }) => `${level} ${kind}`)).toEqual(['danger declaredDead']))

  it('is another cluster on the same database, before all that is less than a danger', () =>
    expect(attentionOf([node('a', { cpuShare: 0.75 })], ['stranger']).map(({ kind, level }) => `${level} ${kind}`)).toEqual(['danger otherDeciders', 'warn cpu']))

  it('is the worst first', () => {
    const found = attentionOf([node('a', { cpuShare: 0.75, version: '1.4.1' }), node('b', {}, 'draining'), silent('c'), node('d', { pushLagMsP99: 1_200 })])
    expect(found.map(({ kind, node: of }) => `${kind} ${of?.name ?? ''}`)).toEqual(['notAnswering c', 'lag d', 'cpu a', 'draining b', 'versions '])
  })
})
