import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { type BillingInterval, billingPeriod } from '../../../collections/billing/billingPeriod.ts'
import { nextPeriod } from '../../../collections/billing/nextPeriod.ts'

const month: BillingInterval = { unit: 'month', count: 1 }
const day = (date: string): string => `${date}T09:00:00.000Z`

describe('a billing period', () => {
  test('keeps the day of the month of its anchor, short months or not', () => {
    let start = day('2026-01-31')
    const ends = Array.from({ length: 13 }, () => {
      const { end } = billingPeriod(start, { interval: month, anchor: day('2026-01-31') })
      start = end
      return end.slice(0, 10)
    })
    expect(ends.slice(0, 4)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'])
    expect(ends.at(-1)).toBe('2027-02-28')
  })

  test.each<[BillingInterval, string, string]>([
    [{ unit: 'day', count: 10 }, '2026-12-25', '2027-01-04'],
    [{ unit: 'week', count: 2 }, '2026-12-25', '2027-01-08'],
    [{ unit: 'month', count: 3 }, '2026-11-30', '2027-02-28'],
    [{ unit: 'year', count: 1 }, '2028-02-29', '2029-02-28'],
  ])('%j from %s ends on %s', (interval, from, to) => {
    expect(billingPeriod(day(from), { interval, anchor: day(from) }).end).toBe(day(to))
  })

  test('four years of a leap day come back to it', () => {
    let start = day('2028-02-29')
    for (let year = 0; year < 4; year += 1) {
      start = billingPeriod(start, {
        interval: { unit: 'year', count: 1 },
        anchor: day('2028-02-29'),
      }).end
    }
    expect(start).toBe(day('2032-02-29'))
  })
})

describe('the period a payment pays for', () => {
  const paidUntil = day('2026-12-01')
  const common = { interval: month, anchor: day('2026-11-01'), paidUntil, isExpired: false }

  test.each([
    ['before the end', day('2026-11-20'), paidUntil, day('2027-01-01')],
    ['at the end', paidUntil, paidUntil, day('2027-01-01')],
    ['a little late', day('2026-12-10'), paidUntil, day('2027-01-01')],
    ['a whole period late', day('2027-02-15'), day('2027-02-15'), day('2027-03-15')],
  ])('paid %s', (_when, paidAt, start, end) => {
    expect(nextPeriod({ ...common, paidAt })).toEqual({ start, end })
  })

  test('an expired one begins anew, unless it was paid in time and only told late', () => {
    const expired = { ...common, isExpired: true }
    expect(nextPeriod({ ...expired, paidAt: day('2026-12-10') }).start).toBe(day('2026-12-10'))
    expect(nextPeriod({ ...expired, paidAt: day('2026-11-30') }).start).toBe(paidUntil)
  })

  test('what never was paid begins with the payment', () => {
    const period = nextPeriod({ ...common, paidUntil: null, anchor: null, paidAt: paidUntil })
    expect(period).toEqual({ start: paidUntil, end: day('2027-01-01') })
  })

  test('whatever is paid when, the end moves forward and the period is never empty', () => {
    const instant = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(
        instant,
        instant,
        fc.constantFrom<BillingInterval['unit']>('day', 'week', 'month', 'year'),
        fc.integer({ min: 1, max: 24 }),
        fc.boolean(),
        (until, paid, unit, count, isExpired) => {
          const { end, start } = nextPeriod({
            interval: { unit, count },
            anchor: until.toISOString(),
            paidUntil: until.toISOString(),
            isExpired,
            paidAt: paid.toISOString(),
          })
          expect(Date.parse(end)).toBeGreaterThan(Date.parse(start))
          expect(Date.parse(start)).toBeGreaterThanOrEqual(until.getTime())
        },
      ),
    )
  })
})
