import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { cleanFileName } from '../../../plugins/channels/email/cleanFileName.ts'
import { uniqueNames } from '../../../plugins/channels/email/uniqueNames.ts'

const evil = fc.constantFrom('/', '\\', '..', '.', '\r\n', '\0', '\u202e', '"', ':', ' ', '\ud83d')
const typed = fc
  .array(fc.oneof(evil, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 30 })
  .map((parts) => parts.join(''))

describe('a file name', () => {
  test('is never a path, hidden, a header or half a character, whatever was typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const name = cleanFileName(text)
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^[. ]|[. ]$/u)
        expect(name.length).toBeLessThanOrEqual(150)
        expect(cleanFileName(name)).toBe(name)
      }),
      { numRuns: 500 },
    )
  })
  test.each([
    ['Счёт № 7 (копия).pdf', 'Счёт № 7 (копия).pdf'],
    ["l'été 🎉.tar.gz", "l'été 🎉.tar.gz"],
    ['invoice 12/2026.pdf', 'invoice 12-2026.pdf'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\a\\b.pdf', 'C--a-b.pdf'],
    ['.htaccess', 'htaccess'],
    ['fdp\u202eexe.pdf', 'fdp exe.pdf'],
    [' a \t b.pdf. ', 'a b.pdf'],
    ['../..', ''],
    ['', ''],
    [`${'a'.repeat(200)}.pdf`, `${'a'.repeat(146)}.pdf`],
    [`${'a'.repeat(145)}🎉🎉.pdf`, `${'a'.repeat(145)}.pdf`],
  ])('%j: %j', (text, expected) => {
    expect(cleanFileName(text)).toBe(expected)
  })
})

test('names of one letter are different, and as many as before', () => {
  const some = fc.array(fc.constantFrom('a', 'A', 'a (2)', 'a.pdf', 'A.PDF', 'a (2).pdf', '.x'))
  fc.assert(
    fc.property(some, (names) => {
      const unique = uniqueNames(names)
      expect(unique).toHaveLength(names.length)
      expect(new Set(unique.map((name) => name.toLowerCase())).size).toBe(names.length)
      expect(uniqueNames([...new Set(unique)])).toEqual(unique)
    }),
  )
})
