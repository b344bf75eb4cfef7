import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  type BreakerState,
  closedBreaker,
  defaultBreakerSettings as settings,
  type Sample,
  stepBreaker,
} from '../../../src/pace/breaker.ts'

const samples: fc.Arbitrary<Sample> = fc
  .record({
    requests: fc.integer({ min: 0, max: 40 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    probe: fc.constantFrom<Sample['probe']>('passed', 'failed', null),
  })
  .map(({ probe, requests, share }) => ({
    requests,
    failures: Math.round(requests * share),
    probe,
  }))
const steps = fc.array(
  fc.record({ sample: samples, waitMs: fc.integer({ min: 0, max: 120_000 }) }),
  {
    maxLength: 80,
  },
)

const failing = (requests: number): Sample => ({ requests, failures: requests, probe: null })
/** What may become of a breaker in this state. */
const lawful = ({ openUntil }: BreakerState) =>
  openUntil === null ? [null, 'opened'] : [null, 'reopened', 'closed']
const opens = (change: string | null, { openUntil }: BreakerState): boolean =>
  change === null ? openUntil !== null : change !== 'closed'
const open = (): BreakerState => stepBreaker(closedBreaker, failing(10), 0).state

describe('the circuit breaker', () => {
  test('ten tries of which seven fail open it for 30 s', () => {
    const { change, state } = stepBreaker(
      closedBreaker,
      { requests: 10, failures: 7, probe: null },
      1_000,
    )
    expect(change).toBe('opened')
    expect(state).toMatchObject({ openUntil: 31_000, trips: 1 })
  })

  test('nine failures say nothing, nor do six of ten', () => {
    expect(stepBreaker(closedBreaker, failing(9), 0).change).toBeNull()
    const six = { requests: 10, failures: 6, probe: null }
    expect(stepBreaker(closedBreaker, six, 0).change).toBeNull()
  })

  test('samples add up within the window and are forgotten after it', () => {
    const half = stepBreaker(closedBreaker, failing(5), 0).state
    expect(stepBreaker(half, failing(5), 29_999).change).toBe('opened')
    expect(stepBreaker(half, failing(5), 30_000).change).toBeNull()
  })

  test('while it is open only the probe counts', () => {
    expect(stepBreaker(open(), failing(100), 5_000)).toEqual({ state: open(), change: null })
    expect(stepBreaker(open(), { requests: 1, failures: 0, probe: 'passed' }, 31_000)).toEqual({
      state: closedBreaker,
      change: 'closed',
    })
  })

  test('every failed probe doubles the rest, up to 15 minutes', () => {
    let state = open()
    let now = 0
    const rests = Array.from({ length: 8 }, () => {
      now = state.openUntil ?? 0
      state = stepBreaker(state, { requests: 1, failures: 1, probe: 'failed' }, now).state
      return ((state.openUntil ?? 0) - now) / 1_000
    })
    expect(rests).toEqual([60, 120, 240, 480, 900, 900, 900, 900])
  })

  test('whatever happens: it is open exactly after an opening, and rests within the bounds', () => {
    fc.assert(
      fc.property(steps, (given) => {
        let state = closedBreaker
        let now = 0
        for (const { sample, waitMs } of given) {
          now += waitMs
          const { change, state: next } = stepBreaker(state, sample, now)
          expect(lawful(state)).toContain(change)
          expect(next.openUntil !== null).toBe(opens(change, state))
          const restMs = (next.openUntil ?? 0) - now
          const isNew = change === 'opened' || change === 'reopened'
          expect(
            !isNew || (restMs >= settings.coolDownMs && restMs <= settings.maxCoolDownMs),
          ).toBe(true)
          state = next
        }
      }),
    )
  })

  test('a receiver that never fails is never given a rest', () => {
    fc.assert(
      fc.property(steps, (given) => {
        let state = closedBreaker
        for (const { sample, waitMs } of given) {
          const well: Sample = { ...sample, failures: 0, probe: null }
          const stepped = stepBreaker(state, well, (state.windowStartedAt ?? 0) + waitMs)
          expect(stepped.change).toBeNull()
          state = stepped.state
        }
      }),
    )
  })
})
