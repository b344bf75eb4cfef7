import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { cutSms } from '../../../plugins/channels/sms/cutSms.ts'
import { smsSegments } from '../../../plugins/channels/sms/smsSegments.ts'

test.each([
  ['', 'GSM-7', 0],
  ['a'.repeat(160), 'GSM-7', 1],
  ['a'.repeat(161), 'GSM-7', 2],
  ['a'.repeat(306), 'GSM-7', 2],
  ['a'.repeat(307), 'GSM-7', 3],
  ['€'.repeat(80), 'GSM-7', 1],
  [`${'€'.repeat(80)}a`, 'GSM-7', 2],
  // A sign of two places does not begin in the last one of a message.
  [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'GSM-7', 2],
  [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3],
  ['я'.repeat(70), 'UCS-2', 1],
  ['я'.repeat(71), 'UCS-2', 2],
  ['я'.repeat(134), 'UCS-2', 2],
  ['я'.repeat(135), 'UCS-2', 3],
  ['👋'.repeat(35), 'UCS-2', 1],
  ['👋'.repeat(36), 'UCS-2', 2],
  ['`', 'UCS-2', 1],
])('%j: %s, %i', (text, encoding, segments) => {
  expect(smsSegments(text)).toEqual({ encoding, segments })
})

test('a cut text fits, keeps its encoding, and is as long as it can be', () => {
  const sign = fc.constantFrom('a', '€', 'я', '👋', ' ', '\n')
  fc.assert(
    fc.property(
      fc.array(sign, { maxLength: 900 }),
      fc.integer({ min: 1, max: 4 }),
      (parts, most) => {
        const text = parts.join('')
        const cut = cutSms(text, most)
        expect(smsSegments(cut).segments).toBeLessThanOrEqual(most)
        if (smsSegments(text).segments <= most) expect(cut).toBe(text)
        else expect(cut).toMatch(/(\.\.\.|…)$/)
      },
    ),
  )
})
