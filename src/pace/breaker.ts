/** What is known of one receiver; times are milliseconds since the epoch, by the database's clock. */
export type BreakerState = {
  /** Of the sample under way. */
  windowStartedAt: number | null
  requests: number
  failures: number
  /** Null: closed. In the past: a probe may be sent. */
  openUntil: number | null
  /** How often in a row it opened without having closed. */
  trips: number
}

/** Tries that ended since the last look. A failure is an answer that never came or a receiver in trouble, not a refusal. */
export type Sample = {
  requests: number
  failures: number
  /** How the probe ended, if there was one among them. */
  probe: 'passed' | 'failed' | null
}

/** What a sample did to the breaker. */
export type BreakerChange = 'opened' | 'reopened' | 'closed'

/** When a receiver is given a rest, and for how long. */
export type BreakerSettings = {
  /** Length of a sample, milliseconds; it begins with its first try. @default 30000 */
  windowMs: number
  /** Fewer tries say nothing. @default 10 */
  minRequests: number
  /** Share of failures that opens. @default 0.7 */
  failureShare: number
  /** First rest, milliseconds; doubled at every failed probe. @default 30000 */
  coolDownMs: number
  /** Longest rest, milliseconds. @default 900000 */
  maxCoolDownMs: number
}

export const defaultBreakerSettings: BreakerSettings = {
  windowMs: 30_000,
  minRequests: 10,
  failureShare: 0.7,
  coolDownMs: 30_000,
  maxCoolDownMs: 900_000,
}

/** A receiver nobody has complained of. */
export const closedBreaker: BreakerState = {
  windowStartedAt: null,
  requests: 0,
  failures: 0,
  openUntil: null,
  trips: 0,
}

/**
 * Circuit breaker as a pure step. Closed: samples are added up; enough failures among enough tries open it. Open: only
 * the probe counts, because what else ends now was begun before; a probe that passes closes it and starts anew, one that
 * fails opens it for twice as long.
 */
export function stepBreaker(
  state: BreakerState,
  sample: Sample,
  now: number,
  settings: BreakerSettings = defaultBreakerSettings,
): { state: BreakerState; change: BreakerChange | null } {
  if (state.openUntil !== null) {
    if (sample.probe === 'passed') return { state: closedBreaker, change: 'closed' }
    if (sample.probe === null) return { state, change: null }
    return { state: opened(state.trips + 1, now, settings), change: 'reopened' }
  }
  const isOver = state.windowStartedAt === null || now - state.windowStartedAt >= settings.windowMs
  const base = isOver ? { ...closedBreaker, windowStartedAt: now } : state
  const requests = base.requests + sample.requests
  const failures = base.failures + sample.failures
  if (requests >= settings.minRequests && failures >= requests * settings.failureShare) {
    return { state: opened(1, now, settings), change: 'opened' }
  }
  return { state: { ...base, requests, failures }, change: null }
}

function opened(
  trips: number,
  now: number,
  { coolDownMs, maxCoolDownMs }: BreakerSettings,
): BreakerState {
  const restMs = Math.min(maxCoolDownMs, coolDownMs * 2 ** Math.min(trips - 1, 30))
  return { ...closedBreaker, openUntil: now + restMs, trips }
}
