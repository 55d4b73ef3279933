import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast } from '../../theme/contrast'
import { writerColours } from './writerColours'

const sheet = readFileSync('src/features/drafting/drafting.css', 'utf8')

describe("writers' colours", () => {
  it('are the same on the server and in the style sheet', () => {
    const server = [...readFileSync('../Drafting/WriterColours.cs', 'utf8').matchAll(/"(#[0-9a-f]{6})"/g)].map(([, colour]) => colour)
    const classes = [...sheet.matchAll(/\.writer-(\d+) { --writer: (#[0-9a-f]{6}); }/g)].filter(([, at]) => at !== '0')
    expect(server).toEqual(writerColours)
    expect(classes.map(([, at, colour]) => [Number(at), colour])).toEqual(writerColours.map((colour, at) => [at + 1, colour]))
  })

  it.each(writerColours)('%s carries white letters (4.5) and stands out on paper (3.0)', (colour) => {
    expect(contrast('#ffffff', colour)).toBeGreaterThanOrEqual(4.5)
  })

  it('are seen apart from each other', () => {
    const rgb = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
    for (const [at, one] of writerColours.entries()) {
      for (const other of writerColours.slice(at + 1)) {
        const apart = Math.hypot(...rgb(one).map((value, channel) => value - rgb(other)[channel]!))
        expect(apart, `${one} ${other}`).toBeGreaterThanOrEqual(40)
      }
    }
  })
})
