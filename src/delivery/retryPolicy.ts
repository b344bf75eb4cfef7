import type { Attempt } from '../channels/attempt.ts'

/** Standard Webhooks' schedule: waits between tries, in milliseconds; the first try is at once. */
export const DEFAULT_RETRY_DELAYS_MS: readonly number[] = [
  5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 50_400_000, 72_000_000, 86_400_000,
]

/** A receiver may ask for patience, but not for longer than this. */
export const MAX_RETRY_AFTER_MS = 36_000_000

const JITTER = 0.2

/** What follows a try. */
export type NextStep =
  | { status: 'delivered' }
  | { status: 'retrying'; delayMs: number }
  | { status: 'dead' }

/**
 * The one place that decides about retries. `unavailable` is tried again until the schedule is used up, not sooner
 * than the receiver asked; waits are spread by ±20 % so that receivers do not wake to a herd. `rejected` is final.
 */
export function decideNextStep(input: {
  attempt: Attempt
  /** Tries that came to an end, this one included. */
  attemptsFinished: number
  delaysMs?: readonly number[]
  /** 0 ≤ random < 1. */
  random: () => number
}): NextStep {
  const { attempt, attemptsFinished, delaysMs = DEFAULT_RETRY_DELAYS_MS, random } = input
  if (attempt.outcome === 'delivered') return { status: 'delivered' }
  if (attempt.outcome === 'rejected') return { status: 'dead' }
  const scheduled = delaysMs[attemptsFinished - 1]
  if (scheduled === undefined) return { status: 'dead' }
  const spread = scheduled * (1 - JITTER + 2 * JITTER * random())
  const wished = Math.min(numberOr0(attempt.retryAfterMs), MAX_RETRY_AFTER_MS)
  return { status: 'retrying', delayMs: Math.round(Math.max(spread, wished)) }
}

/** A channel that read a header badly may wish for NaN; a time that is none would never come. */
function numberOr0(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? 0 : value
}
