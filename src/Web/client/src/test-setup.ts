import { afterEach } from 'vitest'
import { cleanup, configure } from '@testing-library/react'

// jsdom has none; the keys of rows and of the library's ids are made of characters that need no more than this.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, String.raw`\$&`) } as typeof CSS

// A busy machine takes its time; what does not come at all is found as well.
configure({ asyncUtilTimeout: 20_000 })

afterEach(cleanup)
