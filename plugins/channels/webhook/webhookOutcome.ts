import {
  type Attempt,
  createReasons,
  type Exchange,
  type FlowError,
  type HttpResponse,
  isFinalEgressError,
  parseRetryAfter,
  reasonOfError,
} from '../../../src/index.ts'
import { webhookReasons } from './webhookReasons.ts'

const because = createReasons(webhookReasons)

type ResponseFacts = {
  response: HttpResponse
  exchange: Exchange
  isClientErrorFinal: boolean
  /** Milliseconds since the epoch, for `Retry-After` dates. */
  now: number
}

/** The policy of Standard Webhooks: only 2xx is success, 3xx is not followed, 410 says "never again". */
export function webhookOutcome({
  response,
  exchange,
  isClientErrorFinal,
  now,
}: ResponseFacts): Attempt {
  const { status } = response
  const code = `http_${status}`
  if (status >= 200 && status < 300) return { outcome: 'delivered', code, exchange }
  if (status === 410) {
    return {
      outcome: 'rejected',
      code,
      ...because('gone'),
      isGone: true,
      exchange,
    }
  }
  const retryAfterMs = parseRetryAfter(response.headers['retry-after'], now)
  const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
  if (status >= 300 && status < 400) {
    return { outcome: 'unavailable', code, ...because('redirect'), exchange }
  }
  if (isClientErrorFinal && isFinalStatus(status)) {
    return { outcome: 'rejected', code, ...because('refused', { status }), exchange }
  }
  return {
    outcome: 'unavailable',
    code,
    ...because('answered', { status }),
    ...hint,
    exchange,
  }
}

/** What an attempt without any answer came to. */
export function webhookFailure(error: FlowError, exchange: Exchange): Attempt {
  const facts = { code: error.code, ...reasonOfError(error), exchange }
  return isFinalEgressError(error)
    ? { outcome: 'rejected', ...facts }
    : { outcome: 'unavailable', ...facts }
}

/** 408, 425 and 429 are client errors by number only: they ask for another try. */
function isFinalStatus(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429
}
