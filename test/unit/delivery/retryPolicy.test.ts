import { describe, expect, test } from '@jest/globals'

import type { Attempt } from '../../../src/channels/attempt.ts'
import {
  decideNextStep,
  DEFAULT_RETRY_DELAYS_MS,
  MAX_RETRY_AFTER_MS,
} from '../../../src/delivery/retryPolicy.ts'

const exchange = { request: {}, response: null }
const unavailable = (retryAfterMs?: number): Attempt => ({
  outcome: 'unavailable',
  code: 'http_503',
  reason: 'busy',
  exchange,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
})
const rejected: Attempt = { outcome: 'rejected', code: 'http_410', reason: 'gone', exchange }
const delivered: Attempt = { outcome: 'delivered', code: 'http_200', exchange }
const middle = (): number => 0.5

describe('retry policy', () => {
  test('the schedule is the one of Standard Webhooks: 75 h 35 min 5 s in all', () => {
    const total = DEFAULT_RETRY_DELAYS_MS.reduce((sum, delay) => sum + delay, 0)
    expect(total).toBe(((75 * 60 + 35) * 60 + 5) * 1_000)
  })

  test.each([
    [1, 5_000],
    [2, 300_000],
    [9, 86_400_000],
  ])('after try %i the wait is %i ms', (attemptsFinished, delayMs) => {
    const next = decideNextStep({ attempt: unavailable(), attemptsFinished, random: middle })
    expect(next).toEqual({ status: 'retrying', delayMs })
  })

  test('after the tenth failed try it is dead', () => {
    const next = decideNextStep({ attempt: unavailable(), attemptsFinished: 10, random: middle })
    expect(next).toEqual({ status: 'dead' })
  })

  test('jitter spreads by a fifth either way', () => {
    const delayWith = (random: number): unknown =>
      decideNextStep({ attempt: unavailable(), attemptsFinished: 1, random: () => random })
    expect(delayWith(0)).toEqual({ status: 'retrying', delayMs: 4_000 })
    expect(delayWith(0.999_999)).toEqual({ status: 'retrying', delayMs: 6_000 })
  })

  test('Retry-After lengthens the wait, never shortens it, and is capped', () => {
    const delayFor = (retryAfterMs: number): unknown =>
      decideNextStep({ attempt: unavailable(retryAfterMs), attemptsFinished: 1, random: middle })
    expect(delayFor(120_000)).toEqual({ status: 'retrying', delayMs: 120_000 })
    expect(delayFor(1_000)).toEqual({ status: 'retrying', delayMs: 5_000 })
    expect(delayFor(10 * MAX_RETRY_AFTER_MS)).toEqual({
      status: 'retrying',
      delayMs: MAX_RETRY_AFTER_MS,
    })
  })

  test('rejected is final, delivered is delivered', () => {
    expect(decideNextStep({ attempt: rejected, attemptsFinished: 1, random: middle })).toEqual({
      status: 'dead',
    })
    expect(decideNextStep({ attempt: delivered, attemptsFinished: 1, random: middle })).toEqual({
      status: 'delivered',
    })
  })

  test('a subscription’s own schedule replaces the default', () => {
    const own = { attempt: unavailable(), delaysMs: [1_000], random: middle }
    expect(decideNextStep({ ...own, attemptsFinished: 1 })).toEqual({
      status: 'retrying',
      delayMs: 1_000,
    })
    expect(decideNextStep({ ...own, attemptsFinished: 2 })).toEqual({ status: 'dead' })
  })

  test.each([NaN, -5, Number.NEGATIVE_INFINITY])('a wish for %d ms changes nothing', (wish) => {
    const given = { attempt: unavailable(wish), attemptsFinished: 1, random: middle }
    expect(decideNextStep(given)).toEqual({ status: 'retrying', delayMs: 5_000 })
  })
})
