import { afterEach } from 'vitest'
import { cleanup } from '@testing-library/react'

// jsdom has none; the keys of rows and of the library's ids are made of characters that need no more than this.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, String.raw`\$&`) } as typeof CSS

afterEach(cleanup)
