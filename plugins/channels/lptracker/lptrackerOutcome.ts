import { type Attempt, createReasons, parseRetryAfter, quoteOf } from '../../../src/index.ts'
import type { LptrackerAnswer, LptrackerHttp } from './lptrackerAnswer.ts'
import { lptrackerReasons } from './lptrackerReasons.ts'

const because = createReasons(lptrackerReasons)

type Facts = {
  http: LptrackerHttp
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
  /** What was asked for: a refused login is not a refused lead. */
  asked: 'login' | 'call'
}

const UNAUTHORIZED = 401

/** What a failure means for the delivery: the code inside decides, the status where there is none. */
export function lptrackerOutcome(
  failure: Exclude<LptrackerAnswer, { kind: 'done' }>,
  { asked, confidential, http, now }: Facts,
): Attempt {
  const { exchange, headers, status } = http
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
  const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
  const code = failure.kind === 'refused' ? (failure.code ?? status) : status
  // Too many requests are said to be answered with 503.
  const isBusy = code === 429 || code === 503 || status === 429 || status === 503
  if (isBusy || code >= 500 || status >= 500) {
    const said = because(isBusy ? 'busy' : 'broken', { code })
    return { outcome: 'unavailable', code: `LPTRACKER_${code}`, ...said, ...hint, exchange }
  }
  if (failure.kind === 'foreign') {
    const said = because('foreign', { status })
    return { outcome: 'unavailable', code: `http_${status}`, ...said, ...hint, exchange }
  }
  const detail = quoteOf(failure.detail, confidential)
  if (asked === 'login') {
    return {
      outcome: 'rejected',
      code: 'LPTRACKER_LOGIN',
      ...because('login', { detail }),
      exchange,
    }
  }
  if (failure.code === UNAUTHORIZED) {
    // It was renewed a moment ago: another login of the same user may have ended it.
    const said = because('token', { detail })
    return { outcome: 'unavailable', code: 'LPTRACKER_TOKEN', ...said, ...hint, exchange }
  }
  const word = failure.code === null ? 'ERROR' : String(failure.code)
  return {
    outcome: 'rejected',
    code: `LPTRACKER_${word}`,
    ...because('refused', { detail }),
    exchange,
  }
}
