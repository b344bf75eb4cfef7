import { describe, expect, test } from '@jest/globals'

import { parseRetryAfter } from '../../../src/egress/parseRetryAfter.ts'

const NOW = Date.UTC(2026, 10, 21, 10, 0, 0)

describe('parseRetryAfter', () => {
  const rows: [string | undefined, number | undefined][] = [
    [undefined, undefined],
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7000],
    ['999999999', 86_400_000],
    ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
    ['Mon, 21 Nov 2050 10:00:00 GMT', 86_400_000],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['soon', undefined],
    ['2026-11-21', undefined],
    ['12345678901', undefined],
    ['Xxx, 99 Xxx 2026 10:00:00 GMT', undefined],
  ]
  test.each(rows)('%j means %j ms', (value, expected) => {
    expect(parseRetryAfter(value, NOW)).toBe(expected)
  })
})
