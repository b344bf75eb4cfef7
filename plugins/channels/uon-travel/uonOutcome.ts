import { type Attempt, createReasons, parseRetryAfter, quoteOf } from '../../../src/index.ts'
import type { UonAnswer, UonHttp } from './uonAnswer.ts'
import { uonReasons } from './uonReasons.ts'

const because = createReasons(uonReasons)

type Facts = {
  http: UonHttp
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What a failure means for the delivery. */
export function uonOutcome(
  failure: Exclude<UonAnswer, { kind: 'done' }>,
  { confidential, http, now }: Facts,
): Attempt {
  const { exchange, headers, status } = http
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
  const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
  const code = failure.kind === 'refused' ? failure.code : status
  const isBusy = code === 429 || status === 429
  if (isBusy || code >= 500 || status >= 500) {
    const said = because(isBusy ? 'busy' : 'broken', { code })
    return { outcome: 'unavailable', code: `UON_${code}`, ...said, ...hint, exchange }
  }
  if (failure.kind === 'foreign') {
    const said = because('foreign', { status })
    return { outcome: 'unavailable', code: `http_${status}`, ...said, ...hint, exchange }
  }
  const detail = quoteOf(failure.detail, confidential)
  const key = code === 401 || code === 403 ? 'key' : 'refused'
  const word = code === 0 ? 'ERROR' : String(code)
  return { outcome: 'rejected', code: `UON_${word}`, ...because(key, { detail }), exchange }
}
