import type { Attempt } from '../channels/attempt.ts'
import type { Reason } from '../channels/reason.ts'
import { maskText, maskValues } from './maskValues.ts'

/** The attempt without secrets: what a channel says in its own words, and what the other side echoes, may quote them. */
export function maskAttempt(attempt: Attempt, secrets: readonly string[]): Attempt {
  const exchange = {
    request: maskValues(attempt.exchange.request, secrets) ?? {},
    response: maskValues(attempt.exchange.response, secrets),
  }
  const said = attempt.reasons ? { reasons: maskReasons(attempt.reasons, secrets) } : {}
  if (attempt.outcome !== 'delivered') {
    return { ...attempt, reason: maskText(attempt.reason, secrets), ...said, exchange }
  }
  const { note } = attempt
  return {
    ...attempt,
    ...(note === undefined ? {} : { note: maskText(note, secrets) }),
    ...said,
    exchange,
  }
}

function maskReasons(reasons: readonly Reason[], secrets: readonly string[]): Reason[] {
  const mask = (value: string | number) =>
    typeof value === 'string' ? maskText(value, secrets) : value
  return reasons.map(({ key, params }) => ({
    key,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, mask(value)])),
  }))
}
