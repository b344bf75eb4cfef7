import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { slugify } from '../../../collections/commerce/slugify.ts'

describe('slugify', () => {
  test.each([
    ['Blue T-Shirt', 'blue-t-shirt'],
    ['Синяя футболка №5', 'sinyaya-futbolka-no5'],
    ['Съёмный чехол — щётка', 'semnyy-chehol-schetka'],
    ['Crème Brûlée', 'creme-brulee'],
    ['  --  ', ''],
    ['你好', ''],
  ])('%s → %s', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  test('any title gives an address part of at most 80 characters that is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const slug = slugify(title)
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
        expect(slug.length).toBeLessThanOrEqual(80)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})
