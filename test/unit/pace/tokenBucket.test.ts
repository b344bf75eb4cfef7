import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { type Bucket, bucketCapacity, takeTokens } from '../../../src/pace/tokenBucket.ts'

const rates = fc.record({
  count: fc.integer({ min: 1, max: 10_000 }),
  perMs: fc.constantFrom(1_000, 60_000),
})
/** Waits between asking (the clock may step back) and how many are wanted. */
const asks = fc.array(
  fc.record({
    waitMs: fc.integer({ min: -2_000, max: 30_000 }),
    wanted: fc.integer({ min: -1, max: 2_000 }),
  }),
  { minLength: 1, maxLength: 60 },
)
type Grant = { at: number; granted: number }

function run(rate: { count: number; perMs: number }, given: { waitMs: number; wanted: number }[]) {
  let bucket: Bucket | null = null
  let now = 1_000_000
  let latest = Number.NEGATIVE_INFINITY
  const grants: Grant[] = []
  for (const { waitMs, wanted } of given) {
    now += waitMs
    latest = Math.max(latest, now)
    const taken = takeTokens(bucket, { now, rate, wanted })
    bucket = taken.bucket
    grants.push({ at: latest, granted: taken.granted })
  }
  return grants
}

describe('the token bucket', () => {
  test('in no span of time does it grant more than the rate and one bucket', () => {
    fc.assert(
      fc.property(rates, asks, (rate, given) => {
        const grants = run(rate, given)
        for (let first = 0; first < grants.length; first += 1) {
          let sum = 0
          for (let last = first; last < grants.length; last += 1) {
            sum += grants[last]?.granted ?? 0
            const spanMs = (grants[last]?.at ?? 0) - (grants[first]?.at ?? 0)
            const most = (spanMs * rate.count) / rate.perMs + bucketCapacity(rate)
            expect(sum).toBeLessThanOrEqual(most + 1e-6)
          }
        }
      }),
    )
  })

  test('it never grants more than was wanted, nor less than nothing, nor a part of one', () => {
    fc.assert(
      fc.property(rates, asks, (rate, given) => {
        run(rate, given).forEach(({ granted }, index) => {
          expect(granted).toBeLessThanOrEqual(Math.max(0, given[index]?.wanted ?? 0))
          expect(granted).toBeGreaterThanOrEqual(0)
          expect(Number.isInteger(granted)).toBe(true)
        })
      }),
    )
  })

  test('who waits as long as it says gets one', () => {
    fc.assert(
      fc.property(rates, asks, (rate, given) => {
        let bucket: Bucket | null = null
        let now = 0
        for (const { waitMs, wanted } of given) {
          now += Math.abs(waitMs)
          const taken = takeTokens(bucket, { now, rate, wanted })
          const later = { now: now + taken.nextInMs, rate, wanted: 1 }
          expect(takeTokens(taken.bucket, later).granted).toBe(1)
          bucket = taken.bucket
        }
      }),
    )
  })

  test('a greedy taker that asks when it is told to gets the whole rate', () => {
    fc.assert(
      fc.property(rates, (rate) => {
        let bucket: Bucket | null = null
        let sum = 0
        let now = 0
        while (now <= 4 * rate.perMs) {
          const taken = takeTokens(bucket, { now, rate, wanted: 1_000_000 })
          bucket = taken.bucket
          sum += taken.granted
          now += Math.max(1, taken.nextInMs)
        }
        // It is told whole milliseconds.
        expect(sum).toBeGreaterThanOrEqual(4 * rate.count * 0.99 - 1)
      }),
      { numRuns: 30 },
    )
  })
})
