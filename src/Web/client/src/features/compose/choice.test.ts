import { describe, expect, it } from 'vitest'
import { isChosen, isMixed, nothingChosen, toggled, type TreeShape } from './choice'

const children: Record<string, string[]> = {
  communes: ['communes:11', 'communes:12'],
  'communes:11': ['unit:a', 'unit:b', 'unit:c'],
  'communes:12': ['unit:d'],
}
const shape: TreeShape = {
  parentOf: (selector) => Object.keys(children).find((parent) => children[parent]!.includes(selector)),
  childrenOf: (selector) => children[selector] ?? [],
}
const click = (...selectors: string[]) => selectors.reduce((choice, selector) => toggled(selector, choice, shape), nothingChosen)

describe('recipient choice', () => {
  it('chooses a group with all below it', () => {
    const choice = click('communes')
    expect(isChosen('unit:d', choice, shape)).toBe(true)
    expect(isMixed('communes', choice, shape)).toBe(false)
  })
  it('takes one unit out of a chosen group', () => {
    const choice = click('communes', 'unit:a')
    expect(choice).toEqual({ recipients: ['communes'], except: ['unit:a'] })
    expect(isMixed('communes', choice, shape)).toBe(true)
    expect(isMixed('communes:11', choice, shape)).toBe(true)
    expect(isMixed('communes:12', choice, shape)).toBe(false)
  })
  it('brings one unit back into a province that was taken out', () => {
    const choice = click('communes', 'communes:11', 'unit:b')
    expect(choice.recipients).toEqual(['communes'])
    expect([...choice.except].sort()).toEqual(['unit:a', 'unit:c'])
    expect(isChosen('unit:b', choice, shape)).toBe(true)
    expect(isChosen('unit:a', choice, shape)).toBe(false)
  })
  it('completes a mixed group, then clears it', () => {
    expect(click('unit:a', 'communes:11')).toEqual({ recipients: ['communes:11'], except: [] })
    expect(click('unit:a', 'communes:11', 'communes:11')).toEqual(nothingChosen)
  })
})
