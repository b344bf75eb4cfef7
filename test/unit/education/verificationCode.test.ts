import { describe, expect, test } from '@jest/globals'

import { verificationCode } from '../../../collections/education/certificates/verificationCode.ts'

describe('codes that prove a certificate', () => {
  test('are read back, however they are typed', () => {
    for (let round = 0; round < 200; round += 1) {
      const code = verificationCode.create()
      expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
      expect(code).not.toMatch(/[ILOU]/)
      const typed = code
        .toLowerCase()
        .replaceAll('-', ' ')
        .replaceAll('1', 'i')
        .replaceAll('0', 'O')
      expect(verificationCode.parse(typed)).toBe(code)
      expect(verificationCode.parse(code.replaceAll('-', ''))).toBe(code)
    }
  })

  test('differ', () => {
    const codes = Array.from({ length: 1000 }, () => verificationCode.create())
    expect(new Set(codes).size).toBe(1000)
  })

  test.each(['', 'short', 'U'.repeat(20), '0'.repeat(21), '0'.repeat(10_000), '<script>'])(
    '%j is none',
    (typed) => {
      expect(verificationCode.parse(typed)).toBeUndefined()
    },
  )
})
