import { describe, expect, test } from '@jest/globals'

import { preferredLanguage } from '../../../src/app/(frontend)/preferredLanguage.ts'

describe('EV-12 the language of the public page', () => {
  test.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['en;q=0.4, ru;q=0.9', 'ru'],
    ['de, en;q=0.5, ru;q=0.4', 'en'],
    ['en, ru', 'en'],
    ['ru;q=0, en;q=0.1', 'en'],
    ['ru;q=x', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%s → %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })
})
