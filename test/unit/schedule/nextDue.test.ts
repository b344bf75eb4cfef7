import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { nextDue } from '../../../src/schedule/nextDue.ts'
import { repeatText } from '../../../src/schedule/repeatText.ts'

const MINUTE_MS = 60_000
const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/Moscow',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
]
const patterns = ['30 2 * * *', '*/10 * * * *', '0 0 1 * *', '15 3 * * 0', '59 1,2,3 * * *']

describe('nextDue', () => {
  test('is always later, wherever the clocks change', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...patterns),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        (timeZone, cron, after) => {
          expect(
            nextDue({ name: 'x', repeat: { cron, timeZone } }, after.getTime()),
          ).toBeGreaterThan(after.getTime())
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each([
    ['Europe/Berlin', '2026-10-24T20:00:00Z'],
    ['America/New_York', '2026-10-31T20:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T10:00:00Z'],
  ])('every minute of the night the clocks are set back in %s', (timeZone, from) => {
    for (let minute = 0; minute < 12 * 60; minute += 1) {
      const after = Date.parse(from) + minute * MINUTE_MS
      expect(
        nextDue({ name: 'x', repeat: { cron: '30 2 * * *', timeZone } }, after),
      ).toBeGreaterThan(after)
    }
  })

  test('intervals lie on one grid for all processes, apart for different jobs', () => {
    const repeat = { everyMs: 60 * MINUTE_MS }
    const first = nextDue({ name: 'cart.abandoned', repeat }, Date.parse('2026-03-01T12:00:00Z'))
    expect(nextDue({ name: 'cart.abandoned', repeat }, first)).toBe(first + 60 * MINUTE_MS)
    expect(nextDue({ name: 'cart.abandoned', repeat }, first - 1)).toBe(first)
    expect(nextDue({ name: 'task.overdue', repeat }, first - 1)).not.toBe(first)
  })
})

test('a schedule in words', () => {
  expect(repeatText({ everyMs: 5 * MINUTE_MS })).toEqual({ en: 'every 5 min', ru: 'каждые 5 мин' })
  expect(repeatText({ everyMs: 90 * MINUTE_MS })).toEqual({
    en: 'every 90 min',
    ru: 'каждые 90 мин',
  })
  expect(repeatText({ everyMs: 1 })).toEqual({ en: 'every 1 ms', ru: 'каждые 1 мс' })
  expect(repeatText({ cron: '30 2 * * *', timeZone: 'Europe/Berlin' })).toEqual({
    en: '30 2 * * * (Europe/Berlin)',
    ru: '30 2 * * * (Europe/Berlin)',
  })
})
