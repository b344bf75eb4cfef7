import { describe, expect, test } from '@jest/globals'

import type { KnownState } from '../../../hooks/reconcile/knownState.ts'
import { untoldChange } from '../../../hooks/reconcile/untoldChange.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'

const known = (current: JsonObject | null, more: Partial<KnownState> = {}): KnownState => ({
  current,
  isDeleted: false,
  toldTypes: new Set(current ? ['post.created'] : []),
  isPartlyForgotten: false,
  ...more,
})
const judge = (row: JsonObject | null, state: KnownState, hasDrafts = false) =>
  untoldChange({ row, known: state, hasDrafts, createdType: 'post.created' })

describe('a row and what the log says of it', () => {
  test('the same: nothing', () => {
    expect(judge({ id: 1, title: 'a' }, known({ id: 1, title: 'a' }))).toBeNull()
  })

  test.each<[string, JsonObject, JsonObject]>([
    ['bookkeeping', { id: 1, updatedAt: 'x' }, { id: 1, updatedAt: 'y' }],
    ['a null for nothing', { id: 1, note: null }, { id: 1 }],
    ['an empty list for none', { id: 1, tags: [] }, { id: 1, tags: null }],
    ['empty members of a group', { id: 1, seo: { title: null } }, { id: 1, seo: {} }],
    [
      'a language without text',
      { id: 1, title: { ru: 'a', en: null } },
      { id: 1, title: { ru: 'a' } },
    ],
    ['a field the collection got later', { id: 1 }, { id: 1, rating: 5 }],
  ])('%s is no change', (_what, told, row) => {
    expect(judge(row, known(told))).toBeNull()
  })

  test('a difference is an update from what was told to what is there', () => {
    expect(judge({ id: 1, title: 'b' }, known({ id: 1, title: 'a' }))).toMatchObject({
      operation: 'update',
      changed: ['title'],
      previous: { title: 'a' },
      current: { title: 'b' },
    })
  })

  test('a field the event had no room for cannot be compared', () => {
    const state = known({ id: 1, title: 'a' })
    expect(judge({ id: 1, title: 'a', text: 'long' }, state)).toBeNull()
    expect(judge({ id: 1, title: 'b', text: 'long' }, state)).toMatchObject({ changed: ['title'] })
  })

  test('never told, and forgotten, are two things', () => {
    expect(judge({ id: 1 }, known(null))).toMatchObject({ operation: 'create', previous: null })
    expect(judge({ id: 1 }, known(null, { isPartlyForgotten: true }))).toBe('unknown')
  })

  test('gone without a word, and gone as was told', () => {
    expect(judge(null, known({ id: 1 }))).toMatchObject({ operation: 'delete', current: { id: 1 } })
    expect(judge(null, known({ id: 1 }, { isDeleted: true }))).toBeNull()
    expect(judge(null, known(null))).toBe('unknown')
  })

  test('there again after its deletion was told: it appears anew', () => {
    const change = judge({ id: 1 }, known({ id: 1 }, { isDeleted: true }))
    expect(change).toMatchObject({ operation: 'create', isFirstAppearance: true })
  })

  test('a draft that was published appears; one that had been published before appears no more', () => {
    const draft = { id: 1, _status: 'draft' }
    const shown = { id: 1, _status: 'published' }
    const first = judge(shown, known(draft, { toldTypes: new Set() }), true)
    expect(first).toMatchObject({ isFirstAppearance: true, wasVisible: false, isVisible: true })
    expect(judge(shown, known(draft), true)).toMatchObject({ isFirstAppearance: false })
    expect(judge(draft, known(null), true)).toMatchObject({ isFirstAppearance: false })
  })
})
