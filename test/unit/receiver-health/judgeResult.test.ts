import { describe, expect, test } from '@jest/globals'

import {
  DISABLE_AFTER_MS,
  type JudgedTry,
  judgeResult,
  type Verdict,
} from '../../../src/receiver-health/judgeResult.ts'
import { type ReceiverState, unknownReceiver } from '../../../src/receiver-health/receiverState.ts'

const HOUR_MS = 3_600_000
const start = Date.parse('2026-11-21T10:00:00.000Z')

const failed = (attemptsFinished: number, more: Partial<JudgedTry> = {}): JudgedTry => ({
  result: {
    outcome: 'unavailable',
    status: 'retrying',
    code: 'http_503',
    reason: 'busy',
    reasons: null,
  },
  attemptsFinished,
  isOperational: false,
  ...more,
})
const dead: JudgedTry['result'] = { ...failed(1).result, outcome: 'rejected', status: 'dead' }
const arrived: JudgedTry = {
  ...failed(1),
  result: { ...failed(1).result, outcome: 'delivered', status: 'delivered', code: 'http_200' },
}

/** One try after the other, every so many milliseconds. */
function inTurn(tries: readonly JudgedTry[], everyMs = 1_000): Verdict[] {
  let state: ReceiverState = unknownReceiver
  return tries.map((tried, index) => {
    const verdict = judgeResult(state, tried, start + index * everyMs)
    state = verdict.state
    return verdict
  })
}
const tolds = (verdicts: readonly Verdict[]): Verdict['told'][] => verdicts.map(({ told }) => told)

describe('what a result means for its receiver', () => {
  test('the fourth failed try of a delivery is told, once; the success after it too', () => {
    const tries = [1, 2, 3, 4, 5].map((number) => failed(number))
    expect(tolds(inTurn([...tries, arrived, arrived]))).toEqual([
      null,
      null,
      null,
      'failing',
      null,
      'recovered',
      null,
    ])
  })

  test('a success after fewer failures is nothing to tell of', () => {
    expect(tolds(inTurn([failed(1), failed(2), failed(3), arrived]))).toEqual(Array(4).fill(null))
  })

  test('the end of a delivery is told, also when it is the fourth try', () => {
    const verdicts = inTurn([failed(1, { result: dead }), failed(4, { result: dead }), arrived])
    expect(tolds(verdicts)).toEqual(['exhausted', 'exhausted', 'recovered'])
  })

  test('failures are counted over all deliveries of the receiver, since the first one', () => {
    const [, last] = inTurn([failed(1), failed(1)]).slice(-2)
    expect(last?.state).toMatchObject({
      failures: 2,
      failingSince: start,
      lastFailureAt: start + 1_000,
      lastCode: 'http_503',
      lastReason: 'busy',
    })
    const [well] = inTurn([failed(1), arrived]).slice(-1)
    expect(well?.state).toMatchObject({
      failures: 0,
      failingSince: null,
      lastSuccessAt: start + 1_000,
    })
  })

  test('of deliveries of operational events nothing is told, whatever becomes of them', () => {
    const own = { isOperational: true }
    const verdicts = inTurn([
      failed(4, own),
      failed(10, { ...own, result: dead }),
      { ...arrived, ...own },
    ])
    expect(tolds(verdicts)).toEqual([null, null, null])
    expect(verdicts[1]?.state.failures).toBe(2)
  })

  test('a recovery seen by an operational event is told at the next other success', () => {
    const verdicts = inTurn([failed(4), { ...arrived, isOperational: true }, arrived])
    expect(tolds(verdicts)).toEqual(['failing', null, 'recovered'])
  })

  test('five days of only failures switch the channel off, a minute less does not', () => {
    const count = DISABLE_AFTER_MS / (24 * HOUR_MS)
    const days = Array.from({ length: count }, () => failed(1))
    const verdicts = inTurn(days, 24 * HOUR_MS)
    expect(verdicts.map(({ disable }) => disable)).toEqual(Array(count).fill(null))
    const { state } = verdicts.at(-1) ?? { state: unknownReceiver }
    const at = start + DISABLE_AFTER_MS
    expect(judgeResult(state, failed(1), at - 60_000).disable).toBeNull()
    expect(judgeResult(state, failed(1), at).disable).toBe('failing')
  })

  test('one success in five days is enough to stay', () => {
    const days = [failed(1), failed(1), arrived, failed(1), failed(1), failed(1)]
    expect(inTurn(days, 24 * HOUR_MS).map(({ disable }) => disable)).toEqual(Array(6).fill(null))
  })

  test('days without a try prove nothing: failures a week apart do not add up', () => {
    const weeks = [failed(1), failed(1), failed(1)]
    const verdicts = inTurn(weeks, 7 * 24 * HOUR_MS)
    expect(verdicts.map(({ disable }) => disable)).toEqual([null, null, null])
    expect(verdicts.at(-1)?.state.failingSince).toBe(start)
  })

  test('a receiver that says it is gone is switched off at once', () => {
    const [verdict] = inTurn([failed(1, { result: { ...dead, isGone: true } })])
    expect(verdict).toMatchObject({ disable: 'gone', told: 'exhausted' })
  })
})
