import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { resources } from './index'

type Tree = { [key: string]: string | Tree | string[] }

function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : Array.isArray(value) ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )
}
const bare = (key: string) => key.replace(/_(one|other)$/, '')
const vi = resources.vi.translation as Tree
const en = resources.en.translation as Tree
const leaf = (tree: Tree, key: string): unknown => key.split('.').reduce<unknown>((at, part) => (at as Tree)?.[part], tree)

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(`${folder}/${entry.name}`) : /\.tsx?$/.test(entry.name) ? [`${folder}/${entry.name}`] : [],
  )
}

describe('strings', () => {
  it('are the same set in both languages', () => {
    expect([...new Set(keysOf(en).map(bare))].sort()).toEqual([...new Set(keysOf(vi).map(bare))].sort())
  })

  it('use the same values in both languages', () => {
    for (const key of keysOf(vi)) {
      const names = (text: unknown) => [...new Set([...String(text).matchAll(/{{(\w+)/g)].map((m) => m[1]!))].sort()
      const english = leaf(en, key) ?? leaf(en, `${key}_other`)
      expect(names(english), key).toEqual(names(leaf(vi, key)))
    }
  })

  it('carry both English plural forms or none', () => {
    const keys = new Set(keysOf(en))
    for (const key of keys) if (key.endsWith('_other')) expect(keys.has(key.replace(/_other$/, '_one')), key).toBe(true)
  })

  it('are composed (NFC), with the tone mark on the first vowel of oa, oe, uy, without exclamation marks', () => {
    for (const key of keysOf(vi)) {
      const text = String(leaf(vi, key))
      expect(text, key).toBe(text.normalize('NFC'))
      expect(text, key).not.toMatch(/o[àáảãạ](?![a-zà-ỹ])|o[èéẻẽẹ](?![a-zà-ỹ])|(?<!q)u[ỳýỷỹỵ](?![a-zà-ỹ])|!/i)
    }
  })

  it('exist for every key that the code names', () => {
    const known = new Set(keysOf(vi))
    for (const file of sources('src').filter((path) => !path.endsWith('.test.ts') && !path.endsWith('.test.tsx'))) {
      for (const [, key] of readFileSync(file, 'utf8').matchAll(/\bt\('([\w.]+)'/g)) expect(known.has(key!), `${file}: ${key}`).toBe(true)
    }
  })

  it('are not written into the code', () => {
    const vietnamese = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/i
    for (const file of sources('src').filter((path) => !/\.test\.tsx?$/.test(path) && !path.includes('/format/'))) {
      const code = readFileSync(file, 'utf8')
      expect(code.split('\n').filter((line) => vietnamese.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line)), file).toEqual([])
    }
  })
})
