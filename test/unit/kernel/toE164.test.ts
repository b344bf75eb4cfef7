import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { toE164 } from '../../../src/kernel/toE164.ts'

test.each([
  ['8 (999) 123-45-67', 'RU', '+79991234567'],
  ['9991234567', 'ru', '+79991234567'],
  ['79991234567', 'RU', '+79991234567'],
  ['8 701 123 4567', 'RU', '+77011234567'],
  ['+375 29 123-45-67', '', '+375291234567'],
  ['00 7 999 1234567', 'RU', '+79991234567'],
  ['тел +7(727)2501234 доб. 12', 'KZ', '+77272501234'],
  ['9991234567', '', undefined],
  ['9991234567', 'XX', undefined],
  ['+7 999 123', 'RU', undefined],
  ['123', 'RU', undefined],
  ['', 'RU', undefined],
  ['позвоните мне', 'RU', undefined],
])('%j of %j is %s', (text, country, expected) => {
  expect(toE164(text, country)).toBe(expected)
})

test('whatever is written, it is E.164 or nothing, and E.164 stays what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('RU', 'KZ', ''), (text, home) => {
      const number = toE164(text, home)
      if (number === undefined) return
      expect(number).toMatch(/^\+\d{7,15}$/)
      expect(toE164(number, home)).toBe(number)
    }),
  )
})
