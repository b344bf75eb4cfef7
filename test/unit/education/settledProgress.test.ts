import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  type ProgressState,
  settledProgress,
} from '../../../collections/education/progress/settledProgress.ts'
import { progressStatusMachine } from '../../../collections/education/progress/progressStatusMachine.ts'

const now = '2026-11-21T10:00:00.000Z'
const earlier = '2026-11-01T10:00:00.000Z'
const settle = (given: ProgressState, stored: ProgressState | null = null) =>
  settledProgress({ given, stored, now })

describe('settled progress', () => {
  test.each<[string, ProgressState, ProgressState | null, ProgressState]>([
    ['nothing yet', {}, null, { status: 'not_started', percent: 0, startedAt: null }],
    ['a percent begins', { percent: 1 }, null, { status: 'in_progress', startedAt: now }],
    ['0 % may have begun', { status: 'in_progress' }, null, { percent: 0, startedAt: now }],
    ['100 % completes', { percent: 100 }, null, { status: 'completed', completedAt: now }],
    ['99.6 % rounds to done', { percent: 99.6 }, null, { status: 'completed', percent: 100 }],
    ['completed is 100 %', { status: 'completed', percent: 3 }, null, { percent: 100 }],
    [
      'imported dates stay',
      { status: 'completed', startedAt: earlier },
      null,
      { startedAt: earlier },
    ],
    [
      'the first start stays',
      { status: 'completed', percent: 50 },
      { status: 'in_progress', percent: 50, startedAt: earlier },
      { startedAt: earlier, completedAt: now, lastActivityAt: now },
    ],
    [
      'no move is no activity',
      { status: 'in_progress', percent: 50, lastActivityAt: earlier },
      { status: 'in_progress', percent: 50, lastActivityAt: earlier },
      { lastActivityAt: earlier },
    ],
    [
      'a reset takes everything back',
      { status: 'not_started', percent: 100, secondsWatched: 9 },
      { status: 'completed', percent: 100, startedAt: earlier, completedAt: earlier },
      { status: 'not_started', percent: 0, startedAt: null, completedAt: null },
    ],
  ])('%s', (_name, given, stored, expected) => {
    expect(settle(given, stored)).toMatchObject(expected)
  })

  const state = fc.record({
    status: fc.constantFrom(...Object.keys(progressStatusMachine)),
    percent: fc.double({ min: 0, max: 100, noNaN: true }),
    startedAt: fc.constantFrom(null, earlier),
    completedAt: fc.constantFrom(null, earlier),
  })

  test('whatever goes in, what comes out agrees with itself and settles to itself', () => {
    fc.assert(
      fc.property(state, fc.option(state), (given, stored) => {
        const out = settle(given, stored)
        expect(out.status === 'completed').toBe(out.percent === 100)
        expect(out.status === 'completed').toBe(Boolean(out.completedAt))
        expect(out.status === 'not_started').toBe(!out.startedAt)
        expect(settle(out, out)).toMatchObject({ ...out })
      }),
    )
  })
})
