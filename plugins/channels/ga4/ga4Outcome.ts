import {
  type Attempt,
  createReasons,
  noteOf,
  parseRetryAfter,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { ga4Reasons } from './ga4Reasons.ts'

const because = createReasons(ga4Reasons)

type Facts = {
  http: Extract<ServiceAnswer, { isAnswer: true }>
  remarks: readonly SaidReason[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer means: success has no words, so whatever speaks is somebody else. */
export function ga4Outcome({ http, now, remarks }: Facts): Attempt {
  const { exchange, headers, status, text } = http
  const code = `http_${status}`
  if (status >= 200 && status < 300 && text.trim() === '')
    return { outcome: 'delivered', code, exchange, ...noteOf(remarks) }
  if (status === 429 || status >= 500) {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
    const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
    const said = because(status === 429 ? 'busy' : 'broken', { status })
    return { outcome: 'unavailable', code, ...said, ...hint, exchange }
  }
  if (status >= 400 && status !== 408)
    return { outcome: 'rejected', code, ...because('refused', { status }), exchange }
  return { outcome: 'unavailable', code, ...because('foreign', { status }), exchange }
}
