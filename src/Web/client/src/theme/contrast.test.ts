import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast } from './contrast'

function tokensIn(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]))
}

const file = readFileSync('src/theme/tokens.css', 'utf8')
const light = tokensIn(file.slice(file.indexOf(':root {'), file.indexOf(":root[data-theme='dark']")))
const dark = { ...light, ...tokensIn(file.slice(file.indexOf(":root[data-theme='dark']"), file.indexOf('@media'))) }

const textPairs: [string, string][] = [
  ['text', 'surface'], ['text', 'bg'], ['text', 'raised'], ['text', 'ink-soft'], ['text', 'rail'], ['text', 'sunken'],
  ['text-2', 'surface'], ['text-2', 'rail'], ['text-2', 'ink-soft'], ['text-2', 'bg'], ['text-2', 'danger-soft'],
  ['text-3', 'surface'], ['text-3', 'rail'], ['text-3', 'ink-soft'], ['text-3', 'raised'], ['text-3', 'sunken'], ['text-3', 'bg'],
  ['ink', 'surface'], ['ink', 'ink-soft'], ['ink', 'sunken'], ['ink', 'bg'], ['on-ink', 'ink'], ['on-ink', 'ink-hover'],
  ['ok', 'surface'], ['ok', 'ok-soft'], ['ok', 'ink-soft'], ['warn', 'surface'], ['warn', 'warn-soft'], ['warn', 'ink-soft'],
  ['danger', 'surface'], ['danger', 'danger-soft'], ['danger', 'ink-soft'], ['danger', 'rail'], ['u2', 'u2-soft'], ['on-u3', 'u3'],
  ['s1', 's1-soft'], ['on-s2', 's2'], ['paper-text', 'paper'], ['paper-ok', 'paper'],
  ...[1, 2, 3, 4, 5, 6].map((n): [string, string] => ['surface', `person-${n}`]),
]

const glyphPairs: [string, string][] = [
  ['edge', 'surface'], ['edge', 'bg'], ['edge', 'raised'], ['edge', 'sunken'], ['ink', 'raised'], ['ok', 'bg'], ['danger', 'bg'],
]

describe.each([['light', light], ['dark', dark]])('%s theme', (_name, tokens) => {
  it.each(textPairs)('%s on %s reads as text (4.5)', (ink, ground) => {
    expect(contrast(tokens[ink]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(glyphPairs)('%s on %s is seen as an edge or glyph (3.0)', (ink, ground) => {
    expect(contrast(tokens[ink]!, tokens[ground]!)).toBeGreaterThanOrEqual(3)
  })
})
