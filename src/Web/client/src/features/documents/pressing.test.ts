import { describe, expect, it } from 'vitest'
import type { DeliveryView, DocumentView } from '../../wire/documents'
import { pressing, restingDueOn } from './useDocument'

const view = (of: Partial<DocumentView> = {}) => ({ issuedAt: '2026-11-20T02:00:00Z', dueOn: '2026-12-05', ...of }) as DocumentView
const delivery = (of: Partial<DeliveryView> = {}) => ({ state: 'inProgress', steps: [], ...of }) as unknown as DeliveryView
const step = (mine: boolean, dueOn: string | null) => ({ mine, dueOn }) as unknown as DeliveryView['steps'][number]

describe('the day that presses a person', () => {
  it('is that of the own open step, before that of the unit, before that of the document', () => {
    expect(pressing(view(), delivery({ dueOn: '2026-11-28', steps: [step(false, '2026-11-21'), step(true, '2026-11-25')] }))).toEqual({ dueOn: '2026-11-25' })
    expect(pressing(view(), delivery({ dueOn: '2026-11-28', steps: [step(false, '2026-11-21')] }))).toEqual({ dueOn: '2026-11-28' })
    expect(pressing(view(), delivery())).toEqual({ dueOn: '2026-12-05' })
    expect(pressing(view({ issuedAt: null }), undefined)).toEqual({ dueOn: '2026-12-05' })
  })

  it('is none where nothing is left to be done', () => {
    expect(pressing(view(), undefined)).toBeNull()
    expect(pressing(view(), delivery({ state: 'finished' }))).toBeNull()
    expect(restingDueOn(view(), delivery({ state: 'finished', dueOn: '2026-11-28' }))).toBe('2026-11-28')
    expect(restingDueOn(view(), undefined)).toBe('2026-12-05')
    expect(restingDueOn(view(), delivery())).toBeNull()
    expect(pressing(view(), delivery({ state: 'returned' }))).toBeNull()
    expect(pressing(view(), delivery({ recall: { answer: 'agreed' } as DeliveryView['recall'] }))).toBeNull()
  })
})
